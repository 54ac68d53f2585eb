import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryAnswers } from '#client/live/query-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Somebody looks at the answers to `paths`, and every event makes all of them wrong. */
async function lookingAt(paths: string[]) {
  const client = new QueryClient();
  const asked: string[] = [];
  const leave: (() => void)[] = [];
  for (const path of paths) {
    const observer = new QueryObserver(client, {
      queryKey: [path.split('.'), { input: {}, type: 'query' }],
      queryFn: () => {
        asked.push(path);
        return { asOf: `e:${asked.length}` };
      },
      staleTime: Infinity,
    });
    leave.push(observer.subscribe(() => {}));
  }
  await vi.advanceTimersByTimeAsync(0);
  asked.length = 0;
  const cache = queryAnswers(client, () => true);
  const event = () => {
    cache.update(() => 'ask again');
    return vi.advanceTimersByTimeAsync(100);
  };
  return { client, asked, event, leave };
}

test('numbers are asked for at once, then once a second however many events come, and after the last', async () => {
  const { asked, event } = await lookingAt(['tasks.counts']);
  await event();
  expect(asked).toHaveLength(1);
  for (let at = 0; at < 15; at += 1) await event();
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(3);
  await event();
  expect(asked).toHaveLength(4);
});

test('of two numbers each keeps its own time, and a list is asked for with every event', async () => {
  const { asked, event } = await lookingAt(['tasks.counts', 'promotions.counts', 'tasks.list']);
  await event();
  await event();
  const times = (path: string) => asked.filter((other) => other === path).length;
  expect(['tasks.counts', 'promotions.counts', 'tasks.list'].map(times)).toEqual([1, 1, 2]);
});

test('numbers that nobody looks at any more are asked for when somebody does again', async () => {
  const { client, asked, event, leave } = await lookingAt(['tasks.counts']);
  await event();
  await event();
  for (const stop of leave) stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(1);
  expect(client.getQueryCache().getAll()[0]?.isStale()).toBe(true);
});
