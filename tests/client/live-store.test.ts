import { expect, test } from 'vitest';
import { LiveStore } from '#client/live/live-store.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

const at = new Date('2026-11-23T01:00:00Z');

test('an answer that left before its asker’s rights changed is asked for again, a later one is not', () => {
  const store = new LiveStore({
    cache: { update: () => {}, askAgainForAll: () => {} },
    handlers: new Map([['tasks.list', (answer: unknown) => answer]]),
    viewer: { id: 'minsu', role: 'staff', teamId: 'a' },
    now: () => at,
  });
  store.startAt('epoch:1');
  const moved: ChangeEvent = {
    seq: 3,
    feature: 'people',
    kind: 'rights.changed',
    id: 'minsu',
    version: 2,
    mutationId: null,
    actorId: 'boss',
    at,
    data: { scope: 'team' },
  };
  store.receive('epoch:3', [moved]);
  expect(store.bringUpToDate('tasks.list', undefined, { asOf: 'epoch:2' })).toBe('ask again');
  const fresh = { asOf: 'epoch:3' };
  expect(store.bringUpToDate('tasks.list', undefined, fresh)).toBe(fresh);
});
