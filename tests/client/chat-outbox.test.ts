import { expect, test, vi } from 'vitest';
import { Outbox, type Send } from '#client/features/chat/outbox.ts';

const at = new Date('2026-11-23T01:00:00Z');
const room = (body: string, roomId = 'room') => ({ roomId, body, at });

/** A line to the server that holds each message until the test lets it through or cuts it. */
function line() {
  const held: { body: string; id: string; pass: () => void; cut: () => void }[] = [];
  const send: Send = ({ id, body }) =>
    new Promise((resolve, reject) => {
      held.push({ id, body, pass: () => resolve(null), cut: () => reject(new Error('offline')) });
    });
  return { held, send };
}

const states = (box: Outbox) => box.entries.map(({ body, state }) => `${body} ${state}`);

test('messages go out one after the other, in the order they were written', async () => {
  const box = new Outbox('me', null);
  const { held, send } = line();
  box.post(room('하나'), send);
  box.post(room('둘'), send);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  expect(states(box)).toEqual(['하나 sending', '둘 waiting']);

  held[0]?.pass();

  await vi.waitFor(() => expect(held.map(({ body }) => body)).toEqual(['하나', '둘']));
  expect(states(box)).toEqual(['하나 sent', '둘 sending']);
});

test('one that fails holds those behind it back; trying again sends all, under the same ids', async () => {
  const box = new Outbox('me', null);
  const { held, send } = line();
  for (const body of ['하나', '둘']) box.post(room(body), send);
  box.post(room('다른 방', 'elsewhere'), send);
  await vi.waitFor(() => expect(held).toHaveLength(2));
  held[0]?.cut();
  await vi.waitFor(() =>
    expect(states(box)).toEqual(['하나 failed', '둘 failed', '다른 방 sending']),
  );

  box.retry(box.entries[0]?.id ?? '', send);

  await vi.waitFor(() => expect(held).toHaveLength(3));
  expect(held[2]).toMatchObject({ body: '하나', id: held[0]?.id });
  held[2]?.pass();
  await vi.waitFor(() => expect(held[3]).toMatchObject({ body: '둘' }));
});

test('what was not sent survives a reload, with its text and its id', async () => {
  localStorage.clear();
  const box = new Outbox('me', localStorage);
  const { held, send } = line();
  box.post(room('잃어버리면 안 돼요'), send);
  await vi.waitFor(() => expect(held).toHaveLength(1));

  const after = new Outbox('me', localStorage);

  expect(after.entries).toMatchObject([
    { id: held[0]?.id, body: '잃어버리면 안 돼요', at, state: 'failed' },
  ]);
  expect(new Outbox('somebody else', localStorage).entries).toEqual([]);
  after.forget(new Set(after.entries.map(({ id }) => id)));
  expect(new Outbox('me', localStorage).entries).toEqual([]);
});

test('a storage that holds something else is no reason to fail', () => {
  localStorage.setItem('haru.draft.unsent:me', '{nonsense');
  expect(new Outbox('me', localStorage).entries).toEqual([]);
});
