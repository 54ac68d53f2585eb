// Who makes the sound, who shows the notification, and when it goes away.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Alerter, type AlerterParts } from '#client/features/notices/alerter.ts';
import type { Alert } from '#client/features/notices/alerts.ts';
import { Chime } from '#client/features/notices/chime.ts';
import { leadByLease, leadByLock } from '#client/features/notices/lead.ts';
import { Looking } from '#client/features/notices/looking.ts';
import type { Message, Notify } from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

const START = new Date('2026-11-23T01:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

let seq = 0;
function event(kind: string, id: string, data: unknown): ChangeEvent {
  seq += 1;
  const feature = kind.startsWith('notification') ? 'notifications' : 'chat';
  const facts = { seq, feature, kind, id, version: 1, mutationId: null, actorId: null } as const;
  return data === null
    ? { ...facts, at: new Date(), gone: true }
    : { ...facts, at: new Date(), data };
}

function said(roomId: string, more: Partial<Message> = {}): ChangeEvent {
  const message = {
    id: `message-${seq}`,
    roomId,
    no: 7,
    authorId: 'jiyoung',
    body: '봐 주세요',
    replyTo: null,
    mentionIds: [],
    mentionsAll: false,
    isUrgent: false,
    files: [],
    createdAt: new Date(),
    removedAt: null,
    ...more,
  };
  return event('message.posted', message.id, message);
}

function comment(more: { id?: string; kind?: string; subjectKind?: string } = {}): ChangeEvent {
  const id = more.id ?? `comment-${seq}`;
  const told = {
    kind: 'comment',
    subjectKind: 'task',
    subjectId: 'task',
    no: null,
    title: '견적',
    file: null,
  };
  return event('notification.created', id, {
    id,
    ...told,
    actorId: 'jiyoung',
    body: '네',
    ...more,
  });
}

function listener(more: Partial<AlerterParts> = {}) {
  const rooms = new Map<string, { muted: boolean; notify: Notify }>([
    ['all', { muted: false, notify: 'all' }],
    ['mentions', { muted: false, notify: 'mentions' }],
    ['nothing', { muted: false, notify: 'nothing' }],
    ['muted', { muted: true, notify: 'all' }],
  ]);
  const shown: Alert[] = [];
  const closed: string[] = [];
  const ring = vi.fn();
  const alerter = new Alerter({
    viewerId: 'minsu',
    now: () => new Date(),
    roomsOfNow: async () => rooms,
    wishesOfNow: async () => ({ isQuiet: false, offKinds: [] }),
    isLeader: () => true,
    looksAt: () => null,
    ring,
    show: (alert) => {
      shown.push(alert);
      return () => closed.push(alert.subjectId);
    },
    ...more,
  });
  return { alerter, shown, closed, ring };
}

test('a room tells as much as it was told to; a muted one says nothing even when it calls', async () => {
  const { alerter, shown, ring } = listener();
  const call = { mentionIds: ['minsu'] };
  const answer = {
    replyTo: {
      id: 'first',
      no: 1,
      authorId: 'minsu',
      body: '',
      file: null,
      createdAt: START,
      removedAt: null,
    },
  };
  await alerter.hear([said('all'), said('all', call), said('mentions')]);
  await alerter.hear([said('mentions', call), said('mentions', answer)]);
  await alerter.hear(['nothing', 'muted', 'unknown'].map((roomId) => said(roomId, call)));
  expect(shown.map(({ subjectId, kind }) => [subjectId, kind])).toEqual([
    ['all', null],
    ['all', 'mention'],
    ['mentions', 'mention'],
    ['mentions', 'reply'],
  ]);
  expect(ring).toHaveBeenCalledTimes(4);
});

test('nothing is said of my own messages, nor of what is old or was taken from me', async () => {
  const { alerter, shown, ring } = listener();
  const old = said('all');
  vi.advanceTimersByTime(61_000);
  const mine = said('all', { authorId: 'minsu', mentionsAll: true });
  await alerter.hear([old, mine, event('message.posted', 'x', null)]);
  expect([shown, ring.mock.calls]).toEqual([[], []]);
});

test('in quiet hours nothing is said, but what is urgent and calls comes through, also from a muted room', async () => {
  const { alerter, shown, ring } = listener({
    wishesOfNow: async () => ({ isQuiet: true, offKinds: ['mention'] }),
  });
  await alerter.hear([said('all', { mentionIds: ['minsu'] }), comment()]);
  await alerter.hear([said('all', { isUrgent: true })]);
  expect([shown, ring.mock.calls]).toEqual([[], []]);
  const call = { mentionIds: ['minsu'], isUrgent: true };
  await alerter.hear([said('all', call), said('muted', call), said('nothing', call)]);
  expect(shown.map(({ subjectId }) => subjectId)).toEqual(['all', 'muted', 'nothing']);
});

test('a call of a kind that is off is a message like any other', async () => {
  const { alerter, shown } = listener({
    wishesOfNow: async () => ({ isQuiet: false, offKinds: ['mention'] }),
  });
  const call = { mentionIds: ['minsu'] };
  await alerter.hear([said('mentions', call), said('all', call)]);
  expect(shown.map(({ subjectId, kind }) => [subjectId, kind])).toEqual([['all', null]]);
});

test('a comment tells; what calls in a room is not told a second time', async () => {
  const { alerter, shown } = listener();
  await alerter.hear([comment(), comment({ kind: 'mention', subjectKind: 'room' })]);
  expect(shown.map(({ kind }) => kind)).toEqual(['comment']);
});

test('who looks at the room hears nothing, who looks elsewhere hears a sound, who is away is told', async () => {
  let place: string | null = '/chat/all';
  const { alerter, shown, ring } = listener({ looksAt: () => place });
  await alerter.hear([said('all')]);
  expect([ring.mock.calls.length, shown.length]).toEqual([0, 0]);
  place = '/tasks';
  await alerter.hear([said('all')]);
  expect([ring.mock.calls.length, shown.length]).toEqual([1, 0]);
  place = null;
  await alerter.hear([said('all')]);
  expect([ring.mock.calls.length, shown.length]).toEqual([2, 1]);
});

test('a tab that does not lead says nothing', async () => {
  const { alerter, shown, ring } = listener({ isLeader: () => false });
  await alerter.hear([said('all')]);
  expect([shown, ring.mock.calls]).toEqual([[], []]);
});

describe('a notification goes away', () => {
  test.each([
    ['when the room is read up to it', 'read.moved', { roomId: 'all', userId: 'minsu', readNo: 7 }],
    ['when I answer elsewhere', 'message.posted', { roomId: 'all', authorId: 'minsu', no: 8 }],
  ])('%s', async (_, kind, data) => {
    const { alerter, closed } = listener();
    await alerter.hear([said('all')]);
    await alerter.hear([event('read.moved', 'all', { roomId: 'all', userId: 'minsu', readNo: 6 })]);
    await alerter.hear([event('read.moved', 'all', { roomId: 'all', userId: 'other', readNo: 9 })]);
    expect(closed).toEqual([]);
    await alerter.hear([event(kind, 'all', data)]);
    expect(closed).toEqual(['all']);
  });

  test('when the message is taken back, or the room is no longer mine', async () => {
    const { alerter, closed } = listener();
    const message = said('all');
    await alerter.hear([message]);
    await alerter.hear([event('message.removed', message.id, { id: message.id })]);
    await alerter.hear([said('mentions', { mentionsAll: true })]);
    await alerter.hear([event('room.changed', 'mentions', null)]);
    expect(closed).toEqual(['all', 'mentions']);
  });

  test('when the notice is marked read, alone or with all others', async () => {
    const { alerter, closed } = listener();
    for (const ids of [['this'], null]) {
      await alerter.hear([comment({ id: 'this' })]);
      const readAt = new Date();
      await alerter.hear([event('notification.changed', 'minsu', { ids: ['other'], readAt })]);
      expect(closed).toEqual([]);
      await alerter.hear([event('notification.changed', 'minsu', { ids, readAt })]);
      expect(closed.splice(0)).toEqual(['task']);
    }
  });

  test('when I sign out', async () => {
    const { alerter, closed } = listener();
    await alerter.hear([said('all')]);
    alerter.close();
    expect(closed).toEqual(['all']);
  });
});

test('however much comes at once, it sounds once in three seconds', () => {
  const play = vi.fn();
  const chime = new Chime(play, Date.now);
  for (let at = 0; at < 10; at += 1) chime.ring();
  expect(play).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_999);
  chime.ring();
  expect(play).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  chime.ring();
  expect(play).toHaveBeenCalledTimes(2);
});

test('with locks the browser says which tab leads, and the next one when it goes', async () => {
  let free = Promise.resolve();
  const locks = {
    request(_name: string, _options: { signal: AbortSignal }, hold: () => Promise<void>) {
      free = free.then(hold);
      return free;
    },
  };
  const [first, second] = [leadByLock(locks), leadByLock(locks)];
  await vi.advanceTimersByTimeAsync(0);
  expect([first.isMine(), second.isMine()]).toEqual([true, false]);
  first.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect([first.isMine(), second.isMine()]).toEqual([false, true]);
  second.leave();
});

describe('without locks', () => {
  const tab = (name: string) => ({ tab: name, nowMs: Date.now });

  test('one of several tabs leads, and another one when it goes', () => {
    localStorage.clear();
    const [first, second] = [tab('a'), tab('b')].map((me) => leadByLease(localStorage, me));
    expect([first?.isMine(), second?.isMine()]).toEqual([true, false]);
    vi.advanceTimersByTime(600_000);
    expect([first?.isMine(), second?.isMine()]).toEqual([true, false]);
    first?.leave();
    expect(second?.isMine()).toBe(true);
    second?.leave();
  });

  test('a tab that died leads no longer than its lease', () => {
    localStorage.clear();
    const nowMs = Date.now() + 150_000;
    localStorage.setItem('haru.lead', JSON.stringify({ tab: 'dead', untilMs: nowMs }));
    const living = leadByLease(localStorage, tab('b'));
    expect(living.isMine()).toBe(false);
    vi.advanceTimersByTime(150_001);
    expect(living.isMine()).toBe(true);
    living.leave();
  });

  test('what one looks at is known to all tabs until one looks away, or its tab has died', () => {
    localStorage.clear();
    const [first, second] = [
      new Looking(localStorage, tab('a')),
      new Looking(localStorage, tab('b')),
    ];
    first.at('/chat/all');
    second.at(null);
    expect(second.place()).toBe('/chat/all');
    first.at(null);
    expect(second.place()).toBeNull();
    first.at('/tasks');
    vi.advanceTimersByTime(15_001);
    expect(second.place()).toBeNull();
  });
});
