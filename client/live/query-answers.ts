// The query cache of TanStack Query as the live store sees it: single answers and endless lists of pages.
import type { Query, QueryClient } from '@tanstack/react-query';
import type { Answer, AnswerCache } from './live-store.ts';
import { spaced } from './spaced.ts';

/** After the log has been lost, not everybody asks for everything at the same moment. */
const RESYNC_SPREAD_MS = 2_000;

/** Numbers beside a choice need not be of this instant, and one asks for many of them. */
const NUMBERS = new Set(['tasks.counts', 'promotions.counts', 'promotions.filters']);
const NUMBERS_GAP_MS = 1_000;

type Pages = { pages: Answer[]; pageParams: unknown[] };
type KeyFacts = { path: string; input: unknown };

export function queryAnswers(client: QueryClient, isLive: (path: string) => boolean): AnswerCache {
  const liveQueries = () =>
    client
      .getQueryCache()
      .getAll()
      .flatMap((query) => {
        const facts = factsOf(query);
        return facts !== null && isLive(facts.path) ? [{ query, facts }] : [];
      });

  const askForNumbers = spaced((hash) => {
    const isAsked = ({ queryHash }: Query) => queryHash === hash;
    void client.refetchQueries({ type: 'active', predicate: isAsked }, { cancelRefetch: false });
  }, NUMBERS_GAP_MS);

  function askAgain(query: Query, path: string): void {
    const isOfNumbers = NUMBERS.has(path);
    void client.invalidateQueries({
      queryKey: query.queryKey,
      exact: true,
      refetchType: isOfNumbers ? 'none' : 'active',
    });
    if (isOfNumbers) askForNumbers(query.queryHash);
  }

  function update(change: Parameters<AnswerCache['update']>[0]): void {
    for (const { query, facts } of liveQueries()) {
      const { data } = query.state;
      if (data === undefined || data === null) continue;
      const next = isPages(data)
        ? changedPages(data, (page, cursor) =>
            change(facts.path, withCursor(facts.input, cursor), page),
          )
        : change(facts.path, facts.input, data as Answer);
      if (next === 'ask again') askAgain(query, facts.path);
      else if (next !== data) client.setQueryData(query.queryKey, next);
    }
  }

  function askAgainForAll(reason: 'rights' | 'resync'): void {
    const ask = () =>
      void client.invalidateQueries({ predicate: (query) => isLive(factsOf(query)?.path ?? '') });
    if (reason === 'rights') ask();
    else setTimeout(ask, Math.random() * RESYNC_SPREAD_MS);
  }

  return { update, askAgainForAll };
}

/** tRPC's keys are `[['tasks', 'list'], { input, type }]`. */
function factsOf(query: Query): KeyFacts | null {
  const [path, rest] = query.queryKey;
  if (!Array.isArray(path)) return null;
  const input =
    typeof rest === 'object' && rest !== null && 'input' in rest ? rest.input : undefined;
  return { path: path.join('.'), input };
}

function isPages(data: unknown): data is Pages {
  return typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data;
}

export function withCursor(input: unknown, cursor: unknown): unknown {
  return cursor === null || cursor === undefined ? input : { ...(input as object), cursor };
}

function changedPages(
  data: Pages,
  change: (page: Answer, cursor: unknown) => Answer | 'ask again',
): Pages | 'ask again' {
  const pages: Answer[] = [];
  for (const [at, page] of data.pages.entries()) {
    const next = change(page, data.pageParams[at]);
    if (next === 'ask again') return 'ask again';
    pages.push(next);
  }
  return pages.every((page, at) => page === data.pages[at]) ? data : { ...data, pages };
}
