import type { LiveHandlers } from '#client/live/live-types.ts';
import { changeNewestFirst } from '#client/live/newest-first.ts';
import type { TokenItem } from '#server/tokens/tokens.schema.ts';

/** What was revoked is not listed. */
export const tokensLive: Pick<LiveHandlers, 'tokens.list'> = {
  'tokens.list': (answer, event) => {
    if (event.kind === 'token.revoked') return changeNewestFirst(answer, event.id, null);
    if (event.kind !== 'token.created' && event.kind !== 'token.changed') return answer;
    return changeNewestFirst(answer, event.id, event.data as TokenItem);
  },
};
