// Hints between processes. With Redis where HARU_TEST_REDIS names one (`npm test` finds or starts it, or says aloud that
// there is none).
import { describe, expect, test } from 'vitest';
import { type Bus, createLocalBus, openRedisBus } from '#server/live/bus.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#server/new-id.ts';
import { cuttable } from '#tests/support/cuttable.ts';

const log = createLogger('silent');

function heardBy(bus: Bus): number[] {
  const heads: number[] = [];
  bus.onHint((head) => heads.push(head));
  return heads;
}

test('within a process everybody hears at once, until they stop listening', () => {
  const bus = createLocalBus();
  const heard = heardBy(bus);
  const other: number[] = [];
  const stop = bus.onHint((head) => other.push(head));
  bus.announce(1);
  stop();
  bus.announce(2);
  expect([heard, other]).toEqual([[1, 2], [1]]);
});

test('a Redis that is not there is told with its address, without its password', async () => {
  const opening = openRedisBus({ url: 'redis://:hunter2@127.0.0.1:1', name: 'x', log });
  await expect(opening).rejects.toThrow(
    'Redis cannot be reached at 127.0.0.1:1 (REDIS_URL): ECONNREFUSED.',
  );
});

const url = process.env.HARU_TEST_REDIS ?? '';

describe.runIf(url !== '')('over Redis', () => {
  const opened = (address: string, name: string) => openRedisBus({ url: address, name, log });

  test('another process hears of the newest head, and databases are apart', async () => {
    const name = newId();
    const buses = await Promise.all([opened(url, name), opened(url, name), opened(url, newId())]);
    const [own = [], other = [], stranger = []] = buses.map(heardBy);
    for (let head = 1; head <= 100; head++) buses[0].announce(head);
    await expect.poll(() => other.at(-1)).toBe(100);
    await expect.poll(() => own.at(-1)).toBe(100);
    expect(other.length).toBeLessThan(10);
    expect(stranger).toEqual([]);
    await buses[0].ping();
    for (const bus of buses) await bus.close();
  });

  test('while Redis is gone nobody is held up, and afterwards hints come again', async () => {
    await using line = await cuttable(url);
    const name = newId();
    const bus = await opened(line.url, name);
    const other = await opened(url, name);
    const heard = heardBy(bus);
    line.cut();
    await expect
      .poll(() =>
        bus.ping().then(
          () => 'well',
          () => 'gone',
        ),
      )
      .toBe('gone');
    bus.announce(1);
    other.announce(2);
    line.mend();
    await expect
      .poll(
        () =>
          bus.ping().then(
            () => 'well',
            () => 'gone',
          ),
        { timeout: 5000 },
      )
      .toBe('well');
    await expect
      .poll(
        () => {
          other.announce(3);
          return heard.includes(3);
        },
        { timeout: 5000 },
      )
      .toBe(true);
    expect(heard).not.toContain(1);
    await bus.close();
    await other.close();
  });
});
