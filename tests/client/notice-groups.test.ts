import { expect, test } from 'vitest';
import { groupNotices } from '#client/features/notices/notice-groups.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

function notice(id: string, subjectId: string, isUnread: boolean): NoticeItem {
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
