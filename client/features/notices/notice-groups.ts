import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

export type NoticeGroup = {
  id: string;
  subjectKind: NoticeItem['subjectKind'];
  subjectId: string;
  /** Who gave me all of these tasks at once; null: they are of one room, task, reminder or day. */
  givenBy: string | null;
  notices: NoticeItem[];
  unread: number;
};

/** By room or task, and tasks that were given together; where something happened last comes first. */
export function groupNotices(notices: readonly NoticeItem[]): NoticeGroup[] {
  const given = Map.groupBy(notices, givenIn);
  const groups = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    const { subjectKind, subjectId } = notice;
    const act = givenIn(notice);
    const isTogether = act !== null && (given.get(act)?.length ?? 0) > 1;
    const id = isTogether ? act : subjectId;
    const givenBy = isTogether ? notice.actorId : null;
    const none = { id, subjectKind, subjectId, givenBy, notices: [], unread: 0 };
    const group: NoticeGroup = groups.get(id) ?? none;
    group.notices.push(notice);
    if (notice.readAt === null) group.unread += 1;
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** The act by which somebody gave me a task: what one write gives, it gives at one moment. */
function givenIn({ kind, actorId, createdAt }: NoticeItem): string | null {
  return kind === 'assigned' ? `${actorId} ${createdAt.getTime()}` : null;
}
