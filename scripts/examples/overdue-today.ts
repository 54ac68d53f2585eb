// Prints the tasks that are late, the latest first:
//   HARU_URL=http://localhost:3000 HARU_TOKEN=… node overdue-today.ts
import { createClient } from 'haru/client';

const { HARU_URL = 'http://localhost:3000', HARU_TOKEN = '' } = process.env;

const haru = createClient({ url: HARU_URL, token: HARU_TOKEN });
const { items: people } = await haru.people.list.query();
const names = new Map(people.map(({ id, name }) => [id, name]));

let count = 0;
let cursor: string | undefined;
do {
  const page = await haru.tasks.list.query({ overdue: true, sort: 'due', cursor });
  for (const { title, dueOn, dueAt, assigneeId } of page.items) {
    const due = dueAt?.toLocaleString('ko-KR', { timeZone: 'Asia/Seoul' }) ?? dueOn;
    const who = assigneeId === null ? 'nobody' : names.get(assigneeId);
    console.log(`${due}\t${who}\t${title}`);
  }
  count += page.items.length;
  cursor = page.nextCursor ?? undefined;
} while (cursor !== undefined);
console.log(`${count} tasks are overdue.`);
