import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { newestCounts } from '#client/app/newest-counts.ts';

const at = (asOf: string, chat: number) => ({ asOf, chat });

test('of two answers about the badges the newer one counts, however late it arrives', () => {
  expect(newestCounts(undefined, at('a:9', 1))).toEqual(at('a:9', 1));
  expect(newestCounts(at('a:9', 1), at('a:10', 2))).toEqual(at('a:10', 2));
  expect(newestCounts(at('a:10', 2), at('a:9', 1))).toEqual(at('a:10', 2));
  expect(newestCounts(at('a:9', 1), at('a:9', 2))).toEqual(at('a:9', 2));
});

test('after a restore of the database the badges begin anew', () => {
  expect(newestCounts(at('a:900', 5), at('b:3', 0))).toEqual(at('b:3', 0));
});

test('a slow answer does not take back what was pushed meanwhile', async () => {
  const queries = new QueryClient();
  const queryKey = [['nav', 'counts'], { type: 'query' }];
  queries.setQueryDefaults([['nav', 'counts']], { structuralSharing: newestCounts });
  const slow = Promise.withResolvers<unknown>();
  const asking = queries.fetchQuery({ queryKey, queryFn: () => slow.promise });
  queries.setQueryData(queryKey, at('a:12', 3));
  slow.resolve(at('a:10', 2));

  await asking;
  expect(queries.getQueryData(queryKey)).toEqual(at('a:12', 3));
});
