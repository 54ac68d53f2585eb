import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createConnections } from '#server/http/connections.ts';
import { Presence } from '#server/presence/presence.ts';
import type { PresenceUpdate } from '#server/presence/presence.schema.ts';
import { FakeClock } from '#tests/support/fake-clock.ts';
import { Heard } from '#tests/support/heard.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

const minsu = { id: 'minsu' };
const jiyoung = { id: 'jiyoung' };
const GATHERED = 300;
const GONE = 4_500;

function office() {
  const clock = new FakeClock(MONDAY_MORNING);
  const connections = createConnections();
  const presence = new Presence(connections, clock);
  return {
    clock,
    presence,
    /** Opens a socket; returns how it closes. */
    connect(person: { id: string }) {
      const socket = new EventEmitter();
      const viewer = {
        ...person,
        username: person.id,
        name: person.id,
        role: 'staff' as const,
        teamId: null,
        locale: 'ko' as const,
      };
      connections.add({ viewer, session: { id: person.id }, token: null }, socket as WebSocket);
      return () => socket.emit('close');
    },
    /** Opens a tab; returns what it hears and how it closes. */
    async tab(person: { id: string }, active?: boolean) {
      const abort = new AbortController();
      const watching = presence.watch(person, { active, signal: abort.signal });
      const heard = await Heard.of<PresenceUpdate>(Promise.resolve(watching));
      return { heard, close: () => abort.abort() };
    },
  };
}

test('somebody who connects is online, and offline a moment after their last socket closed', async () => {
  const { clock, connect, tab } = office();
  const { heard } = await tab(minsu);
  expect(await heard.since()).toEqual([{ isWhole: true, states: {} }]);

  const close = connect(jiyoung);
  clock.advance(1);
  clock.advance(GATHERED);
  expect(await heard.since()).toEqual([{ isWhole: false, states: { jiyoung: 'online' } }]);

  close();
  clock.advance(2_000);
  expect(await heard.since()).toEqual([]);
  clock.advance(GONE);
  clock.advance(GATHERED);
  expect(await heard.since()).toEqual([{ isWhole: false, states: { jiyoung: 'offline' } }]);
});

test('a reload is not a goodbye', async () => {
  const { clock, connect, tab } = office();
  const close = connect(jiyoung);
  clock.advance(1);
  clock.advance(GATHERED);
  const { heard } = await tab(minsu);
  expect(await heard.since()).toEqual([{ isWhole: true, states: { jiyoung: 'online' } }]);

  close();
  clock.advance(1_000);
  connect(jiyoung);
  clock.advance(GONE);
  clock.advance(GATHERED);

  expect(await heard.since()).toEqual([]);
});

test('somebody is away when every tab of theirs says so', async () => {
  const { clock, connect, presence, tab } = office();
  connect(jiyoung);
  const settle = () => {
    clock.advance(GONE);
    clock.advance(GATHERED);
  };
  const first = await tab(jiyoung, false);
  settle();
  expect(presence.stateOf('jiyoung')).toBe('away');

  const second = await tab(jiyoung, true);
  settle();
  expect(presence.stateOf('jiyoung')).toBe('online');

  second.close();
  await second.heard.ended();
  settle();
  expect(presence.stateOf('jiyoung')).toBe('away');
  first.close();
});

test('many changes at once are told together', async () => {
  const { clock, connect, tab } = office();
  const { heard } = await tab(minsu);
  await heard.since();
  for (let at = 0; at < 50; at += 1) connect({ id: `person ${at}` });
  clock.advance(1);
  clock.advance(GATHERED);

  const updates = await heard.since();

  expect(updates).toHaveLength(1);
  expect(Object.keys(updates[0]?.states ?? {})).toHaveLength(50);
});

test('who is here is for those who are signed in', async () => {
  await using app = await testApp();
  await expect(app.nobody.people.onPresence()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});
