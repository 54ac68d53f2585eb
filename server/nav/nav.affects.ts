// Whose numbers an event can change. Too many is a little work, too few is a badge that sticks.
import type { LoggedEvent } from '../live/log.ts';
import type { PromotionEventData } from '../promotions/promotions.schema.ts';

type Book = { peopleBehind(topics: readonly string[]): Iterable<string> };

/** Ids of people; 'all' = everybody's; null = nobody's. Asked when the rights are those after the event. */
export function affectedPeople(event: LoggedEvent, book: Book): string[] | 'all' | null {
  switch (event.feature) {
    case 'day':
      return 'all';
    case 'promotions':
      return movesDays(event.data as PromotionEventData | null) ? 'all' : null;
    case 'tasks':
      return event.kind === 'comment.posted' ? null : namedIn(event);
    case 'chat':
      return affectedByChat(event, book);
    case 'reminders':
      return [...new Set(book.peopleBehind(event.audience))];
    case 'notifications':
      return namedIn(event);
    case 'people':
      return [event.id];
    case 'views':
    case 'teams':
      return null;
  }
}

function movesDays(promotion: PromotionEventData | null): boolean {
  if (promotion === null || promotion.was === null) return true;
  const { was } = promotion;
  return (
    was.startsOn !== promotion.startsOn ||
    was.endsOn !== promotion.endsOn ||
    (was.stoppedAt === null) !== (promotion.stoppedAt === null)
  );
}

/** Those named as persons: who it is assigned to, or was. Their team only sees it. */
function namedIn(event: LoggedEvent): string[] {
  return event.audience.flatMap((topic) => (topic.startsWith('user:') ? [topic.slice(5)] : []));
}

const CHAT_KINDS_OF_ONE = new Set(['read.moved', 'member.changed', 'membership.changed']);
const CHAT_KINDS_OF_NOBODY = new Set([
  'message.edited',
  'message.reacted',
  'message.pinned',
  'saved.changed',
  'draft.changed',
  'scheduled.changed',
]);

function affectedByChat(event: LoggedEvent, book: Book): string[] | null {
  if (CHAT_KINDS_OF_NOBODY.has(event.kind)) return null;
  const userId = CHAT_KINDS_OF_ONE.has(event.kind) ? userIdOf(event.data) : null;
  return userId === null ? [...new Set(book.peopleBehind(event.audience))] : [userId];
}

function userIdOf(data: unknown): string | null {
  const hasOne = typeof data === 'object' && data !== null && 'userId' in data;
  return hasOne && typeof data.userId === 'string' ? data.userId : null;
}
