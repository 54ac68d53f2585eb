import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outbox, type Send } from '#client/features/chat/outbox.ts';
import { OutboxShelf } from '#client/features/chat/outbox-shelf.ts';
import type { Outgoing } from '#client/features/chat/outgoing.ts';
import { errorMessage } from '#client/ui/error-message.ts';

const at = new Date('2026-11-23T01:00:00Z');
const quote = {
  id: 'quoted',
  no: 1,
  authorId: 'seoyeon',
  body: '몇 시예요?',
  file: null,
  createdAt: at,
  removedAt: null,
};

function message(body: string, roomId = 'room'): Outgoing {
  return {
    roomId,
    body,
    replyToId: null,
    replyTo: null,
    mentionIds: [],
    mentionsAll: false,
    isUrgent: false,
    files: [],
  };
}

const open: (() => void)[] = [];
const connect = (box: Outbox, send: Send) => open.push(box.connect(send));

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const boxOf = (tab: string, storage: Storage | null = localStorage) =>
  new Outbox(new OutboxShelf('me', storage, tab));

type Held = Parameters<Send>[0] & {
  pass: () => void;
  cut: () => void;
  refuse: (reason: string, code?: string) => void;
};

/** A line to the server that holds each message until the test lets it through, cuts it or refuses it. */
function line() {
  const held: Held[] = [];
  const send: Send = (sent) =>
    new Promise((resolve, reject) => {
      held.push({
        ...sent,
        pass: () => resolve(null),
        cut: () => reject(new TRPCClientError('fetch failed')),
        refuse: (reason, code = 'NOT_FOUND') => reject(refusal(reason, code)),
      });
    });
  return { held, send };
}

function refusal(reason: string, code: string): Error {
  const error = { error: { code: -32_004, message: 'no', data: { code, reason } } };
  return TRPCClientError.from(error);
}

/** What the browser tells the other tabs. */
function tellTabs(key: string | null = null): void {
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

const states = (box: Outbox) => box.entries.map(({ body, state }) => `${body} ${state}`);

test('messages go out one after the other, in the order they were written', async () => {
  const box = boxOf('tab', null);
  const { held, send } = line();
  connect(box, send);
  box.post(message('하나'), at);
  box.post(message('둘'), at);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  expect(states(box)).toEqual(['하나 sending', '둘 waiting']);

  held[0]?.pass();

  await vi.waitFor(() => expect(held.map(({ body }) => body)).toEqual(['하나', '둘']));
  expect(states(box)).toEqual(['하나 sent', '둘 sending']);
});

test('without a connection they wait, and go in order and under the same ids when it is back', async () => {
  const box = boxOf('tab', null);
  const { held, send } = line();
  connect(box, send);
  for (const body of ['하나', '둘']) box.post(message(body), at);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.cut();
  await vi.waitFor(() => expect(states(box)).toEqual(['하나 waiting', '둘 waiting']));

  box.resume();

  await vi.waitFor(() => expect(held).toHaveLength(2));
  expect(held[1]).toMatchObject({ body: '하나', id: held[0]?.id });
  held[1]?.pass();
  await vi.waitFor(() => expect(held[2]).toMatchObject({ body: '둘' }));
});

test('nobody has to say that the connection is back: it is tried again by itself, ever more rarely', async () => {
  vi.useFakeTimers();
  try {
    const box = boxOf('tab', null);
    const { held, send } = line();
    connect(box, send);
    box.post(message('하나'), at);
    for (const pauseMs of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      const before = held.length;
      held.at(-1)?.cut();
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(held).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(held).toHaveLength(before + 1);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('one that is refused says why, holds nothing back, and all that was refused goes again in order', async () => {
  const box = boxOf('tab');
  const { held, send } = line();
  connect(box, send);
  for (const body of ['하나', '둘']) box.post(message(body), at);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.refuse('message_not_found');
  await vi.waitFor(() => expect(held).toHaveLength(2));
  held[1]?.refuse('room_not_found');
  await vi.waitFor(() => expect(states(box)).toEqual(['하나 failed', '둘 failed']));

  const reloaded = boxOf('tab');
  expect(states(reloaded)).toEqual(['하나 failed', '둘 failed']);
  expect(reloaded.entries.map(({ error }) => errorMessage(error))).toEqual(
    box.entries.map(({ error }) => errorMessage(error)),
  );

  box.retry(box.entries[1]?.id ?? '');
  await vi.waitFor(() => expect(held).toHaveLength(3));
  expect(held[2]).toMatchObject({ body: '하나', id: held[0]?.id });
});

test('too many at once waits as long as it is told to, and being signed out waits too', async () => {
  const box = boxOf('tab');
  const { held, send } = line();
  connect(box, send);
  box.post(message('하나'), at);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.refuse('too_many_requests', 'TOO_MANY_REQUESTS');
  await vi.waitFor(() => expect(states(box)).toEqual(['하나 waiting']));
  box.resume();
  await vi.waitFor(() => expect(held).toHaveLength(2));
  held[1]?.refuse('not_signed_in', 'UNAUTHORIZED');
  await vi.waitFor(() => expect(states(box)).toEqual(['하나 waiting']));
});

test('what was not sent goes by itself after a reload, with all that belongs to it', async () => {
  const box = boxOf('tab');
  const rest = { replyToId: quote.id, replyTo: quote, mentionIds: ['minsu'], mentionsAll: true };
  const written = { ...message('잃어버리면 안 돼요'), ...rest };
  box.post(written, at);

  const { held, send } = line();
  const after = boxOf('tab');
  expect(after.entries).toMatchObject([{ ...written, at, state: 'waiting' }]);
  connect(after, send);

  await vi.waitFor(() => expect(held).toHaveLength(1));
  expect(held[0]).toMatchObject({ ...written, id: box.entries[0]?.id });
  held[0]?.pass();
  await vi.waitFor(() => expect(states(after)).toEqual(['잃어버리면 안 돼요 sent']));
  expect(boxOf('tab').entries).toEqual([]);
  const others = new Outbox(new OutboxShelf('somebody else', localStorage, 'tab'));
  expect(others.entries).toEqual([]);
});

test('one tab sends what it has written; the other shows it, and takes over when the first is closed', async () => {
  const [first, second] = [boxOf('first'), boxOf('second')];
  const lines = { first: line(), second: line() };
  connect(first, lines.first.send);
  connect(second, lines.second.send);
  for (const body of ['하나', '둘']) first.post(message(body), at);
  await vi.waitFor(() => expect(lines.first.held).toHaveLength(1));
  tellTabs();
  expect(states(second)).toEqual(['하나 waiting', '둘 waiting']);
  expect(lines.second.held).toEqual([]);

  first.leave();
  tellTabs();

  await vi.waitFor(() => expect(lines.second.held).toHaveLength(1));
  expect(lines.second.held[0]?.id).toBe(lines.first.held[0]?.id);
  lines.second.held[0]?.pass();
  await vi.waitFor(() => expect(lines.second.held).toHaveLength(2));
  lines.second.held[1]?.pass();
  await vi.waitFor(() => expect(boxOf('third').entries).toEqual([]));
});

test('what one tab has sent or deleted is gone in the other', async () => {
  const [first, second] = [boxOf('first'), boxOf('second')];
  const { held, send } = line();
  connect(first, send);
  connect(second, line().send);
  for (const body of ['하나', '둘']) first.post(message(body), at);
  tellTabs();
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.pass();
  await vi.waitFor(() => expect(held).toHaveLength(2));
  tellTabs();
  expect(states(second)).toEqual(['둘 waiting']);
  second.forget(new Set([second.entries[0]?.id ?? '']));
  tellTabs();
  held[1]?.cut();
  await vi.waitFor(() => expect(states(first)).toEqual(['하나 sent']));
  expect(boxOf('third').entries).toEqual([]);
});

test('a storage that holds something else is no reason to fail', () => {
  for (const text of ['{nonsense', '[]', '7', 'null', '{"body":"old"}'])
    localStorage.setItem(`haru.draft.unsent:me:${text}`, text);
  expect(boxOf('tab').entries).toEqual([]);
});
