import type { Config } from '#server/config.ts';

export type ServerAddress = {
  /** Where this machine reaches it, like `http://127.0.0.1:3000`. */
  origin: string;
  /** The page that people have open; what changes something must come from there. */
  page: string;
};

/** Who listens everywhere listens here too. */
const loopbackOf: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

export function addressOf({ host, port, publicOrigin }: Config): ServerAddress {
  const name = loopbackOf[host] ?? host;
  const origin = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  return { origin, page: publicOrigin ?? origin };
}

export async function isReady({ origin }: ServerAddress): Promise<boolean> {
  const answer = await fetch(`${origin}/readyz`).catch(() => null);
  return answer?.ok === true;
}
