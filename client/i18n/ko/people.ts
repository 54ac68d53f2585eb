export const people = {
  online_other: '{{count}}명',
  onlineLabel_other: '지금 접속한 사람 {{count}}명',
  title: '동료',
  find: '동료 찾기',
  here: '접속 중',
  others: '그 밖의 동료',
  remindOf: '{{name}} 님 일로 알림 예약',
  noTeam: '팀 없음',
  admin: '관리자',
} as const;
