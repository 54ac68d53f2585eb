import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

export type NoticeGroup = {
  subjectKind: NoticeItem['subjectKind'];
  subjectId: string;
  notices: NoticeItem[];
  unread: number;
};

/** By room or task; where something happened last comes first. */
export function groupNotices(notices: readonly NoticeItem[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    const { subjectKind, subjectId } = notice;
    const group = groups.get(subjectId) ?? { subjectKind, subjectId, notices: [], unread: 0 };
    group.notices.push(notice);
    if (notice.readAt === null) group.unread += 1;
    groups.set(subjectId, group);
  }
  return [...groups.values()];
}
