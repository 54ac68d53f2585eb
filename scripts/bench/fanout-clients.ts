// Everybody who is connected: counts what arrives, and says what one frame looks like.
import { WebSocket } from 'ws';
import { answer } from './child.ts';

let frames = 0;
let events = 0;
let lastFrame = '';
let sockets: WebSocket[] = [];

const SUBSCRIBE = JSON.stringify({
  id: 1,
  method: 'subscription',
  params: { path: 'live.onChange', input: { json: null, meta: { values: ['undefined'], v: 1 } } },
});

answer({
  async connect({ port: portGiven, cookies, count, isHaru }) {
    const port = Number(portGiven);
    const list = cookies as string[];
    sockets = Array.from({ length: Number(count) }, (_, at) => {
      const origin = `http://127.0.0.1:${port}`;
      const headers = isHaru === true ? { cookie: list[at] ?? '', origin } : {};
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
        headers,
        perMessageDeflate: false,
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (isHaru === true && !text.includes('"promotion.changed"')) return;
        frames += 1;
        events += isHaru === true ? text.split('"promotion.changed"').length - 1 : 1;
        lastFrame = text;
      });
      return socket;
    });
    await Promise.all(
      sockets.map(
        (socket) =>
          new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)),
      ),
    );
    if (isHaru === true) for (const socket of sockets) socket.send(SUBSCRIBE);
  },
  count: () => ({ frames, events, lastFrame }),
  close: () => {
    for (const socket of sockets) socket.terminate();
  },
});
