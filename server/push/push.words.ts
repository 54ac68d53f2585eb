// The words of pushes: a browser shows them while no page of Haru is open that could put them into words itself.
import type { NoticeKind, OverdueNumbers } from '../notifications/notifications.schema.ts';

type Locale = 'ko' | 'en';

/** What happened, per kind of notice. */
export const noticeWords: Record<Locale, (who: string) => Record<NoticeKind, string>> = {
  ko: (who) => ({
    mention: `${who} 님이 나를 불렀어요`,
    reply: `${who} 님이 내 말에 답했어요`,
    comment_mention: `${who} 님이 댓글에서 나를 불렀어요`,
    comment: `${who} 님이 댓글을 남겼어요`,
    assigned: `${who} 님이 할 일을 맡겼어요`,
    task_done: `${who} 님이 할 일을 끝냈어요`,
    reminder_soon: '곧 예약한 시간이에요',
    summary: '챙길 일이 남아 있어요',
  }),
  en: (who) => ({
    mention: `${who} called you`,
    reply: `${who} answered you`,
    comment_mention: `${who} called you in a comment`,
    comment: `${who} commented`,
    assigned: `${who} gave you a task`,
    task_done: `${who} finished a task`,
    reminder_soon: 'A reminder is due soon',
    summary: 'Some things are still open',
  }),
};

/** 늦은 일 3 · 오늘 5: only what there is. */
export function overdueWords(overdue: OverdueNumbers, locale: Locale): string {
  return (['lateTasks', 'todaysTasks', 'reminders'] as const)
    .filter((name) => overdue[name] > 0)
    .map((name) => `${words[locale][name]} ${overdue[name]}`)
    .join(' · ');
}

export const words = {
  ko: {
    someone: '동료',
    due: '예약한 시간이에요',
    urgent: '[긴급] ',
    app: '하루',
    lateTasks: '늦은 일',
    todaysTasks: '오늘',
    reminders: '때가 된 예약',
  },
  en: {
    someone: 'A colleague',
    due: 'A reminder is due',
    urgent: '[Urgent] ',
    app: 'Haru',
    lateTasks: 'Late',
    todaysTasks: 'Today',
    reminders: 'Reminders due',
  },
} as const;
