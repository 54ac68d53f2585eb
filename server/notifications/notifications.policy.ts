// Whom a message calls, and what tells them. Pure; a browser asks the same before it shows something.
import type { Message, OwnRoom } from '../chat/chat.schema.ts';
import { seesReminder } from '../reminders/reminders.policy.ts';
import { canSeeTask } from '../tasks/tasks.policy.ts';
import type { NoticeData } from './notifications.schema.ts';

type Said = Pick<Message, 'authorId' | 'mentionIds' | 'mentionsAll'> & {
  replyTo: { authorId: string } | null;
};

/** One per message: an answer that names me is a mention. Never for my own. */
export function callOf(userId: string, message: Said): 'mention' | 'reply' | null {
  if (message.authorId === userId) return null;
  if (message.mentionsAll || message.mentionIds.includes(userId)) return 'mention';
  return message.replyTo?.authorId === userId ? 'reply' : null;
}

/** A room that is muted, or was told to say nothing, says nothing; `mentions` lets through what calls me. */
export function tells(
  room: Pick<OwnRoom, 'muted' | 'notify'>,
  call: ReturnType<typeof callOf>,
): boolean {
  if (room.muted || room.notify === 'nothing') return false;
  return room.notify === 'all' || call !== null;
}

type Viewer = {
  id: string;
  role: 'staff' | 'admin';
  teamId: string | null;
  rooms: ReadonlyMap<string, number>;
};

/** At delivery: whoever may no longer see what it is about does not hear of it. */
export function seesNotice(viewer: Viewer, data: NoticeData): boolean {
  if (!('subjectId' in data)) return true;
  const { scope, subjectKind } = data;
  if (scope !== null)
    return 'ownerId' in scope ? seesReminder(viewer, scope) : canSeeTask(viewer, scope);
  if (subjectKind === 'day') return true;
  return (data.no ?? 0) >= (viewer.rooms.get(data.subjectId) ?? Number.POSITIVE_INFINITY);
}
