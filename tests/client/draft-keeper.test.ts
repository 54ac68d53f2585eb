import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TRPCClientError } from '@trpc/client';
import { DraftKeeper, type SaveDraft } from '#client/features/chat/draft-keeper.ts';

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A server that takes drafts until it is told not to. */
function server() {
  const saved: string[] = [];
  let failure: Error | null = null;
  let seq = 10;
  const save: SaveDraft = ({ body, replyToId }) => {
    if (failure !== null) return Promise.reject(failure);
    saved.push(replyToId === null ? body : `${body} → ${replyToId}`);
    seq += 1;
    return Promise.resolve({ asOf: `e:${seq}` });
  };
  return {
    saved,
    save,
    fail: (error: Error | null) => {
      failure = error;
    },
  };
}

const offline = new TRPCClientError('fetch failed');
const at = new Date('2026-11-23T01:00:00Z');
const answer = (seq: number, body: string | null) => ({
  items:
    body === null ? [] : [{ roomId: 'room', body, replyToId: null, version: seq, updatedAt: at }],
  asOf: `e:${seq}`,
});
const wait = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);

test('what is written stands in the browser at once, and on the server a second after the last key', async () => {
  const keeper = new DraftKeeper('me', localStorage);
  const { saved, save } = server();
  keeper.connect(save);
  for (const body of ['안', '안녕', '안녕하']) {
    keeper.write('room', { body });
    await wait(900);
  }
  expect(saved).toEqual([]);
  expect(new DraftKeeper('me', localStorage).of('room').body).toBe('안녕하');
  expect(new DraftKeeper('somebody else', localStorage).of('room').body).toBe('');
  await wait(100);
  expect(saved).toEqual(['안녕하']);
  expect(keeper.of('room').isDirty).toBe(false);
});

test('another device’s words appear where nothing newer was typed, and never over what was', async () => {
  const keeper = new DraftKeeper('me', localStorage);
  const { save } = server();
  keeper.connect(save);
  keeper.hear(answer(5, '폰에서 쓴 글'));
  expect(keeper.of('room').body).toBe('폰에서 쓴 글');
  keeper.write('room', { body: '폰에서 쓴 글에 이어 ' });
  keeper.hear(answer(6, '폰에서 또'));
  expect(keeper.of('room').body).toBe('폰에서 쓴 글에 이어 ');
  await wait();
  keeper.hear(answer(7, '늦은 소식'));
  expect(keeper.of('room').body).toBe('폰에서 쓴 글에 이어 ');
  keeper.hear(answer(11, '폰에서 쓴 글에 이어'));
  expect(keeper.of('room').body).toBe('폰에서 쓴 글에 이어 ');
  keeper.hear(answer(12, null));
  expect(keeper.of('room').body).toBe('');
});

test('without a connection it waits, and goes when there is one, also after a reload', async () => {
  const keeper = new DraftKeeper('me', localStorage);
  const { saved, save, fail } = server();
  keeper.connect(save);
  fail(offline);
  keeper.write('room', { body: '지하철에서', replyToId: 'quoted' });
  await wait();
  keeper.hear(answer(20, '다른 글'));
  expect(keeper.of('room')).toMatchObject({ body: '지하철에서', isDirty: true });
  fail(null);
  const after = new DraftKeeper('me', localStorage);
  after.connect(save);
  await wait(0);
  expect(saved).toEqual(['지하철에서 → quoted']);
  expect(after.of('room').isDirty).toBe(false);
});

test('what is refused stays here, and is not asked for again until something is typed', async () => {
  const keeper = new DraftKeeper('me', localStorage);
  const { saved, save, fail } = server();
  keeper.connect(save);
  const data = { code: 'NOT_FOUND', reason: 'room_not_found' };
  fail(TRPCClientError.from({ error: { code: -32_004, message: 'no', data } }));
  keeper.write('room', { body: '나간 방에 쓴 글' });
  await wait();
  fail(null);
  keeper.resume();
  await wait(0);
  expect(saved).toEqual([]);
  expect(keeper.of('room').body).toBe('나간 방에 쓴 글');
});

test('after sending, the server’s own clearing is enough', async () => {
  const keeper = new DraftKeeper('me', localStorage);
  const { saved, save } = server();
  keeper.connect(save);
  keeper.hear(answer(5, '보낼 글'));
  keeper.write('room', { body: '' });
  keeper.hear(answer(6, null));
  await wait();
  expect(saved).toEqual([]);
  expect(Object.keys(localStorage)).toEqual([]);
});
