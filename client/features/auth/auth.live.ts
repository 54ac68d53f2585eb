// Oneself, one's sessions and tokens, as fresh answers would be.
import type { LiveHandlers } from '#client/live/live-types.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import type { Me } from '#server/people/people.schema.ts';
import type { TokenItem } from '#server/tokens/tokens.schema.ts';

type Path = 'auth.me' | 'auth.sessions' | 'tokens.list' | 'setup.status';

export const authLive: Pick<LiveHandlers, Path> = {
  'auth.me': (answer, event) => {
    if (event.kind !== 'profile.changed' || event.gone === true) return answer;
    return event.id === answer.viewer?.id ? { ...answer, viewer: event.data as Me } : answer;
  },

  /** Newest first. Admins hear of everybody's sessions; only one's own belong here. */
  'auth.sessions': (answer, event, _input, { viewer }) => {
    if (event.kind === 'session.ended') return withoutItem(answer, event.id);
    if (event.kind !== 'session.started' && event.kind !== 'session.changed') return answer;
    const item = event.data as SessionItem;
    return item.personId === viewer.id ? withItem(answer, item) : answer;
  },

  /** Newest first; what was revoked is not listed. */
  'tokens.list': (answer, event) => {
    if (event.kind === 'token.revoked') return withoutItem(answer, event.id);
    if (event.kind !== 'token.created' && event.kind !== 'token.changed') return answer;
    return withItem(answer, event.data as TokenItem);
  },

  /** Asked only while nobody is signed in, when there are no events. */
  'setup.status': (answer) => answer,
};

type Dated = { id: string; createdAt: Date };

function withItem<Item extends Dated, Answer extends { items: Item[] }>(
  answer: Answer,
  item: Item,
): Answer {
  const others = answer.items.filter((other) => other.id !== item.id);
  const at = others.findIndex((other) => comesBefore(item, other));
  const items = at === -1 ? [...others, item] : others.toSpliced(at, 0, item);
  return { ...answer, items };
}

function withoutItem<Answer extends { items: Dated[] }>(answer: Answer, id: string): Answer {
  const items = answer.items.filter((item) => item.id !== id);
  return items.length === answer.items.length ? answer : { ...answer, items };
}

function comesBefore(a: Dated, b: Dated): boolean {
  const [aMs, bMs] = [a.createdAt.getTime(), b.createdAt.getTime()];
  return aMs === bMs ? a.id > b.id : aMs > bMs;
}
