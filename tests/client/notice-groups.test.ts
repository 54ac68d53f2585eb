import { expect, test } from 'vitest';
import { groupNotices } from '#client/features/notices/notice-groups.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

function notice(
  id: string,
  subjectId: string,
  isUnread: boolean,
  rest: Partial<NoticeItem> = {},
): NoticeItem {
  const at = new Date('2026-11-23T01:00:00Z');
  return {
    id,
    kind: 'mention',
    subjectKind: 'room',
    subjectId,
    actorId: 'jiyoung',
    no: 1,
    title: null,
    body: '네',
    file: null,
    isUrgent: false,
    dueAt: null,
    overdue: null,
    createdAt: at,
    readAt: isUnread ? null : at,
    snoozedUntil: null,
    ...rest,
  };
}

test('notices stand together by where it happened, the latest place first, each with its unread ones', () => {
  const groups = groupNotices([
    notice('d', 'sales', true),
    notice('c', 'launch', false),
    notice('b', 'sales', false),
    notice('a', 'sales', true),
  ]);
  expect(
    groups.map(({ subjectId, notices, unread }) => [
      subjectId,
      notices.map(({ id }) => id),
      unread,
    ]),
  ).toEqual([
    ['sales', ['d', 'b', 'a'], 2],
    ['launch', ['c'], 0],
  ]);
});

test('tasks that somebody gave me at once stand together; one alone stands by its task', () => {
  const given = { kind: 'assigned' as const, subjectKind: 'task' as const };
  const later = { createdAt: new Date('2026-11-23T02:00:00Z') };
  const groups = groupNotices([
    notice('f', 'minutes', true, { ...given, ...later }),
    notice('e', 'budget', true, { ...given, actorId: 'seoyeon' }),
    notice('d', 'report', true, given),
    notice('c', 'report', true, { kind: 'comment', subjectKind: 'task' }),
    notice('b', 'quote', false, given),
    notice('a', 'flyer', true, given),
  ]);
  expect(
    groups.map(({ givenBy, notices, unread }) => [givenBy, notices.map(({ id }) => id), unread]),
  ).toEqual([
    [null, ['f'], 1],
    [null, ['e'], 1],
    ['jiyoung', ['d', 'b', 'a'], 2],
    [null, ['c'], 1],
  ]);
});
