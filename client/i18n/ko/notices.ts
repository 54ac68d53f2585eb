export const notices = {
  title: '알림',
  markAllRead: '모두 읽음',
  nothing: '아직 알림이 없어요.',
  nothingText: '누가 나를 부르거나, 내 말이나 내 할 일에 답하면 여기에 모여요.',
  older: '지난 알림 더 보기',
  more_other: '{{count}}개 더 보기',
  unread_other: '새 알림 {{count}}개',
  new: '새 알림: ',
  markRead: '읽음으로 바꾸기',
  markUnread: '안 읽음으로 바꾸기',
  did: {
    mention: '{{name}} 님이 나를 불렀어요',
    reply: '{{name}} 님이 내 말에 답했어요',
    comment_mention: '{{name}} 님이 댓글에서 나를 불렀어요',
    comment: '{{name}} 님이 댓글을 남겼어요',
    assigned: '{{name}} 님이 이 일을 맡겼어요',
    task_done: '{{name}} 님이 이 일을 끝냈어요',
    reminder_soon: '곧 알릴 시간이에요: {{when}}',
    summary: '챙길 일이 남아 있어요',
  },
  overdue: {
    lateTasks_other: '늦은 일 {{count}}개',
    todaysTasks_other: '오늘까지 {{count}}개',
    reminders_other: '지난 리마인더 {{count}}개',
  },
  settings: {
    title: '알림',
    sound: '소리',
    soundHint:
      '다른 화면이나 다른 창을 볼 때 새 소식이 오면 짧게 울려요. 내 모든 브라우저에 적용돼요.',
    desktop: '브라우저 알림',
    desktopHint:
      '하루가 보이지 않을 때 알려 줘요. 이 브라우저에만 적용돼요. 대화방마다 따로 정할 수 있어요.',
    push: '닫혀 있을 때도',
    pushHint: '하루를 닫아 두어도 이 기기로 알려 줘요. 화면에서 이미 본 것은 보내지 않아요.',
    pushUnavailable: '이 브라우저는 닫혀 있을 때의 알림을 모르거나, 앱으로 설치해야 쓸 수 있어요.',
    on: '켜기',
    off: '끄기',
    try: '시험해 보기',
    tried: '알림을 보냈어요. 보이지 않으면 컴퓨터의 알림 설정이나 방해 금지를 확인해 주세요.',
    trial: '이렇게 알려 드려요.',
    denied:
      '이 브라우저가 하루의 알림을 막고 있어요. 주소창 왼쪽의 사이트 설정에서 알림을 허용한 뒤 다시 켜 주세요.',
    insecure:
      '하루가 https로 열려 있지 않아 브라우저가 알림을 허락하지 않아요. 관리자에게 https 주소를 부탁해 주세요. 소리와 탭의 숫자는 그대로 쓸 수 있어요.',
    unavailable: '이 브라우저에는 알림이 없어요. 소리와 탭의 숫자는 그대로 쓸 수 있어요.',
  },
} as const;
