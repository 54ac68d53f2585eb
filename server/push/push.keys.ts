import type { Db } from '#db/database.ts';
import { pushKeys } from '#db/push-outbox.ts';

type Keys = { publicKey: string; privateKey: string };

const keysOfDb = new WeakMap<Db, Promise<Keys>>();

/** This office's (VAPID, RFC 8292); made when first asked for. The library is loaded only where somebody wants pushes. */
export function keysOf(db: Db): Promise<Keys> {
  const known = keysOfDb.get(db);
  if (known !== undefined) return known;
  const asked = readKeys(db);
  keysOfDb.set(db, asked);
  asked.catch(() => keysOfDb.delete(db));
  return asked;
}

export async function publicPushKey(db: Db): Promise<string> {
  return (await keysOf(db)).publicKey;
}

async function readKeys(db: Db): Promise<Keys> {
  const { generateVAPIDKeys } = (await import('web-push')).default;
  return JSON.parse(await pushKeys(db, () => JSON.stringify(generateVAPIDKeys()))) as Keys;
}
