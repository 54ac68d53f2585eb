// Follows a room and answers whoever writes “!today” with the number of tasks that are due, until Ctrl+C:
//   HARU_URL=http://localhost:3000 HARU_TOKEN=… node answer-in-room.ts 점심 모임
import { randomUUID } from 'node:crypto';
import { createClient } from 'haru/client';

const { HARU_URL = 'http://localhost:3000', HARU_TOKEN = '' } = process.env;
const title = process.argv.slice(2).join(' ');

const haru = createClient({ url: HARU_URL, token: HARU_TOKEN });
const { items: rooms } = await haru.chat.rooms.query();
const roomId = rooms.find((room) => room.title === title)?.id;
if (roomId === undefined) throw new Error(`You are in no room called “${title}”.`);

haru.chat.onChange.subscribe(undefined, {
  onStarted: () => console.log(`Listening in ${title}.`),
  onError: (error) => console.error(error.message),
  onData: ({ data: events }) => {
    for (const event of events) {
      if (event.kind !== 'message.posted' || event.gone || event.data.roomId !== roomId) continue;
      if (event.data.body.trim() === '!today') void answer(event.data);
    }
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void haru.close());

async function answer(question: { id: string; roomId: string }) {
  const { tasks, reminders } = await haru.nav.counts.query();
  const body = `${tasks} tasks and ${reminders} reminders are waiting.`;
  const { id: replyToId, roomId } = question;
  await haru.chat.send.mutate({ id: randomUUID(), roomId, body, replyToId });
  console.log(`Answered: ${body}`);
}
