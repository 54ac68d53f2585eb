// Who is here, on the wire.
import * as z from 'zod/mini';

/** `away`: connected, but every tab of theirs says that nobody is looking. */
export type PresenceState = 'online' | 'away';

/** First everybody who is here (`isWhole`), then only who changed. Whoever is not named in a whole update is offline. */
export type PresenceUpdate = {
  isWhole: boolean;
  states: Record<string, PresenceState | 'offline'>;
};

/** `active`: somebody is looking at this tab. Absent: it only watches and says nothing of its own. */
export const onPresenceInput = z.optional(z.object({ active: z.optional(z.boolean()) }));
