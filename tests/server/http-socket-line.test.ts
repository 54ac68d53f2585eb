// What the live layer is told of a socket whose other end reads slowly, or not at all.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SocketLine } from '#server/http/socket-line.ts';
import { textFrame } from '#server/live/text-frame.ts';

/** A socket's two ends: the server's as the live layer sees it, and a reader that can pause. */
async function connected() {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const ours = new Promise<{ socket: WebSocket; line: SocketLine }>((resolve) => {
    http.once('upgrade', (req, stream: Duplex, head) => {
      wss.handleUpgrade(req, stream, head, (socket) =>
        resolve({ socket, line: new SocketLine(socket, stream) }),
      );
    });
  });
  const reader = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  await once(reader, 'open');
  return {
    ...(await ours),
    reader,
    async [Symbol.asyncDispose]() {
      reader.terminate();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

const never = new AbortController().signal;
const CHUNK = 'x'.repeat(10_000);

/** Until the network takes no more and `bytes` wait in the process. */
function fill({ socket, line }: { socket: WebSocket; line: SocketLine }, bytes: number): void {
  while (line.bufferedAmount < bytes) socket.send(CHUNK);
}

test.each([
  ['little', 1],
  ['much', 2_000_000],
])('%s that waits is through when the reader has read on', async (_how, bytes) => {
  await using both = await connected();
  both.reader.pause();
  fill(both, bytes);
  let isDrained = false;
  const drained = both.line.drained(never).then(() => (isDrained = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isDrained).toBe(false);
  both.reader.resume();
  await drained;
  expect(both.line.bufferedAmount).toBe(0);
});

test('nothing waits on an idle socket', async () => {
  await using both = await connected();
  await both.line.drained(never);
  expect(both.line.bufferedAmount).toBe(0);
});

test('waiting ends when it is no longer wanted, and when the reader is gone', async () => {
  await using both = await connected();
  both.reader.pause();
  fill(both, 1_000_000);
  const leaving = new AbortController();
  const unwanted = both.line.drained(leaving.signal);
  leaving.abort();
  await unwanted;
  const gone = both.line.drained(never);
  both.reader.terminate();
  await gone;
  await both.line.drained(never);
});

test('a frame made once arrives as it is on every socket, in order with what is sent one by one', async () => {
  await using one = await connected();
  await using other = await connected();
  const texts = [
    '',
    '네',
    'x'.repeat(125),
    '가'.repeat(42),
    'x'.repeat(65_535),
    '가'.repeat(30_000),
  ];
  const heard = [one, other].map(({ reader }) => {
    const list: string[] = [];
    reader.on('message', (data: Buffer, isBinary) => list.push(isBinary ? 'binary' : String(data)));
    return list;
  });

  for (const text of texts) {
    const frame = textFrame(text);
    for (const { socket, line } of [one, other]) {
      line.send(frame);
      socket.send(`after ${text.length}`);
    }
  }

  const expected = texts.flatMap((text) => [text, `after ${text.length}`]);
  for (const list of heard) await expect.poll(() => list).toEqual(expected);
});

test('a socket that is closing is sent nothing more', async () => {
  await using both = await connected();
  const heard: string[] = [];
  both.reader.on('message', (data: Buffer) => heard.push(String(data)));
  const closed = once(both.reader, 'close');

  both.line.send(textFrame('하나'));
  both.socket.close(4401, 'ended');
  both.line.send(textFrame('둘'));

  await closed;
  expect(heard).toEqual(['하나']);
});
