// One sentence or two: what happened, what is safe, what to do. `reason` is the server's `data.reason`, `code` the
// kind of the error when a reason is not known here.
export const errors = {
  network: '연결이 끊겼어요. 쓴 내용은 그대로 있으니 잠시 뒤에 다시 시도해 주세요.',
  unknown: '문제가 생겼어요. 쓴 내용은 그대로 있으니 다시 시도해 주세요.',
  wait_other: '시도가 너무 많았어요. {{count}}초 뒤에 다시 시도해 주세요.',
  waitMinutes_other: '시도가 너무 많았어요. {{count}}분 뒤에 다시 시도해 주세요.',
  code: {
    BAD_REQUEST: '입력한 내용을 확인해 주세요. 아직 저장되지 않았어요.',
    UNAUTHORIZED: '로그인이 끝났어요. 다시 로그인해 주세요.',
    FORBIDDEN: '이 일을 할 권한이 없어요. 바뀐 것은 없어요.',
    NOT_FOUND: '찾을 수 없어요. 지워졌거나 볼 수 없게 되었어요.',
    CONFLICT: '그 사이 다른 사람이 바꿨어요. 지금 내용을 보고 다시 해 주세요.',
    PRECONDITION_FAILED: '지금 상태에서는 할 수 없어요. 바뀐 것은 없어요.',
    PAYLOAD_TOO_LARGE: '너무 커서 보낼 수 없어요. 줄여서 다시 보내 주세요.',
    TOO_MANY_REQUESTS: '시도가 너무 많았어요. 잠시 뒤에 다시 시도해 주세요.',
    INTERNAL_SERVER_ERROR: '서버에 문제가 생겼어요. 쓴 내용은 그대로 있으니 다시 시도해 주세요.',
  },
  reason: {
    not_signed_in: '로그인이 끝났어요. 다시 로그인해 주세요.',
    wrong_credentials: '아이디나 비밀번호가 맞지 않아요. 다시 확인해 주세요.',
    admins_only: '관리자만 할 수 있어요.',
    invalid_input: '입력한 내용을 확인해 주세요. 아직 저장되지 않았어요.',
    field_conflict: '그 사이 다른 사람이 같은 항목을 바꿨어요. 지금 내용을 보고 다시 해 주세요.',
  },
} as const;
