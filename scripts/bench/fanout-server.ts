// One event to everybody who is connected, over Haru's socket (`haru`) or a bare one that sends the same bytes (`bare`).
import { WebSocketServer, type WebSocket } from 'ws';
import { topics } from '#server/live/audience.ts';
import { newId } from '#server/new-id.ts';
import { answer } from './child.ts';
import { openBenchOffice } from './office.ts';

const kind = process.argv[2];
const subscribers = Number(process.argv[3]);

if (kind === 'haru') {
  const { app, db, port, people } = await openBenchOffice(subscribers);
  const body = 'x'.repeat(300);
  answer({
    where: () => ({
      port,
      cookies: people.map((person) => person.cookie),
      connected: app.deps.hub.subscriberCount(),
    }),
    connected: () => app.deps.hub.subscriberCount(),
    async publish({ count }) {
      await db.write({ actorId: null }, async (tx) => {
        for (let at = 0; at < Number(count); at += 1) {
          const data = {
            id: newId(),
            title: `거래처 견적 ${at}`,
            body,
            category: '할인',
            channels: ['매장'],
            startsOn: '2026-11-22',
            endsOn: null,
            createdAt: tx.now,
            updatedAt: tx.now,
          };
          tx.emit({
            feature: 'promotions',
            kind: 'promotion.changed',
            id: data.id,
            version: 1,
            audience: [topics.staff],
            data,
          });
        }
        tx.audit('bench.publish', { kind: 'bench', id: 'bench' });
      });
    },
  });
} else {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  const sockets = new Set<WebSocket>();
  server.on('connection', (socket) => sockets.add(socket));
  answer({
    where: () => {
      const address = server.address();
      return {
        port: typeof address === 'object' && address !== null ? address.port : 0,
        cookies: [],
      };
    },
    connected: () => sockets.size,
    publish({ count, text }) {
      for (let at = 0; at < Number(count); at += 1)
        for (const socket of sockets) socket.send(String(text));
    },
  });
}
