export const task = {
  trash: '휴지통',
  trashHint: '지운 할 일은 {{days}}일 동안 되살릴 수 있어요. 그 뒤에는 아주 사라져요.',
  trashEmpty: '휴지통이 비어 있어요',
  removedBy: '{{name}} 님이 지움',
  restore: '되살리기',
  restoreOne: '{{title}} 되살리기',
  restored: '"{{title}}" 되살렸어요.',
  open: '열기',
} as const;
