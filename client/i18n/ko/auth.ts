export const auth = {
  title: '로그인',
  tagline: '오늘 사무실에서 일어나는 일을, 지금 그대로.',
  username: '아이디',
  password: '비밀번호',
  capsLock: 'Caps Lock이 켜져 있어요.',
  signIn: '로그인',
  ended: {
    session_ended:
      '다른 곳에서 이 로그인을 끝냈어요. 내가 한 일이 아니면 관리자에게 물어봐 주세요. 다시 로그인하면 보던 곳으로 돌아가요.',
    session_renewed: '로그인이 새로 바뀌었어요. 다시 로그인해 주세요.',
    password_changed: '비밀번호가 바뀌었어요. 새 비밀번호로 로그인해 주세요.',
    password_reset: '관리자가 비밀번호를 새로 정했어요. 새 비밀번호로 로그인해 주세요.',
    token_revoked: '로그인이 끝났어요. 다시 로그인해 주세요.',
    role_changed: '권한이 바뀌었어요. 다시 로그인해 주세요.',
    deactivated: '이 계정은 더 이상 쓸 수 없어요. 관리자에게 물어봐 주세요.',
    expired: '오래 쓰지 않아 로그아웃됐어요. 다시 로그인하면 보던 곳으로 돌아가요.',
    signed_out: '로그아웃했어요.',
  },
} as const;
