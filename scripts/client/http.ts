import { httpBatchLink, type TRPCLink } from '@trpc/client';
import { transformer } from '#client/api/transformer.ts';
import type { AppRouter } from '#server/app.ts';

/** Node takes heads of requests up to 16 kB. */
const MAX_URL_LENGTH = 8_000;
const MAX_BATCH = 20;

/** Queries and changes. What is asked for at the same moment travels together. */
export function httpLinks(
  origin: string,
  headers: () => Record<string, string>,
): TRPCLink<AppRouter>[] {
  return [
    httpBatchLink<AppRouter>({
      url: `${origin}/trpc`,
      transformer,
      headers,
      maxURLLength: MAX_URL_LENGTH,
      maxItems: MAX_BATCH,
      fetch: (url, init) => fetchOrSayWho(origin, url, init),
    }),
  ];
}

type Init = Parameters<NonNullable<Parameters<typeof httpBatchLink>[0]['fetch']>>[1];

/** "fetch failed" alone does not help anybody. */
async function fetchOrSayWho(origin: string, url: URL | RequestInfo, init: Init) {
  try {
    return await fetch(url, init as RequestInit);
  } catch (cause) {
    if (init?.signal?.aborted === true) throw cause;
    throw new Error(`Haru does not answer at ${origin}.`, { cause });
  }
}
