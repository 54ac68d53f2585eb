// A socket as it is on the wire, for tests of the door and its limits.
import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

type Frame = {
  id: number | null;
  method?: string;
  result?: { type: string; id?: string; data?: unknown };
  error?: { json: { message: string; data: { code: string; reason: string } } };
};

export type RawSocket = Awaited<ReturnType<typeof openSocket>>;

/** Rejects with "<status> <body>" when the door stays shut. */
export async function openSocket(port: number, headers: Record<string, string>, path = '/ws') {
  const options: ClientOptions = { headers, perMessageDeflate: false };
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
  const frames: Frame[] = [];
  const texts: string[] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on('message', (data) => {
    const text = (data as Buffer).toString();
    texts.push(text);
    if (text.startsWith('{')) frames.push(JSON.parse(text) as Frame);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        reject(new Error(`${response.statusCode} ${Buffer.concat(chunks).toString()}`)),
      );
    });
  });
  socket.on('error', () => undefined);
  return {
    socket,
    frames,
    texts,
    closed,
    send: (message: unknown) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    subscribe: (id: number, path = 'live.onChange') =>
      socket.send(
        JSON.stringify({ id, method: 'subscription', params: { path, input: { json: {} } } }),
      ),
    framesOf: (id: number | null) => frames.filter((frame) => frame.id === id),
    async [Symbol.asyncDispose]() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const over = once(socket, 'close');
      socket.terminate();
      await over;
    },
  };
}
