// Oneself and one's sessions, as fresh answers would be.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changeNewestFirst } from '#client/live/newest-first.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import type { Me } from '#server/people/people.schema.ts';

export const authLive: Pick<LiveHandlers, 'auth.me' | 'auth.sessions' | 'setup.status'> = {
  'auth.me': (answer, event) => {
    if (event.kind !== 'profile.changed' || event.gone === true) return answer;
    return event.id === answer.viewer?.id ? { ...answer, viewer: event.data as Me } : answer;
  },

  /** Admins hear of everybody's sessions; only one's own belong here. */
  'auth.sessions': (answer, event, { viewer }) => {
    if (event.kind === 'session.ended') return changeNewestFirst(answer, event.id, null);
    if (event.kind !== 'session.started' && event.kind !== 'session.changed') return answer;
    const item = event.data as SessionItem;
    return item.personId === viewer.id ? changeNewestFirst(answer, item.id, item) : answer;
  },

  /** Asked only while nobody is signed in, when there are no events. */
  'setup.status': (answer) => answer,
};
