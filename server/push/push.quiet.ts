import type { Tx } from '#db/database.ts';
import { preferencesOf } from '../notifications/notifications.preferences.ts';
import { quietNow } from '../notifications/notifications.quiet.policy.ts';

/** Whether they asked not to be told anything now. */
export async function isQuietFor(tx: Tx, userId: string, now: Date): Promise<boolean> {
  return quietNow(await preferencesOf(tx, userId), now);
}
