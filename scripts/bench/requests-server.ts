// What answers the requests of requests.ts: Haru (`haru`), or bare node:http with the same bytes or the same rows.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { newId } from '#server/new-id.ts';
import { answer } from './child.ts';
import { openBenchOffice } from './office.ts';

const [, , kind, databaseFile] = process.argv;

if (kind === 'haru') {
  const { port, dataDir, staff, callerOf, people } = await openBenchOffice(40);
  const [first] = staff;
  if (first !== undefined) {
    for (let at = 0; at < 300; at += 1) {
      await callerOf(first).tasks.create({
        id: newId(),
        title: `거래처 견적서 보내기 ${at}`,
        teamId: first.row.teamId ?? '',
        dueOn: '2026-11-24',
        labels: ['견적'],
        assigneeId: first.row.id,
      });
    }
  }
  answer({ where: () => ({ port, cookie: people[0]?.cookie, file: `${dataDir}/haru.db` }) });
} else {
  let text = '';
  const statement = databaseFile === undefined ? null : preparedList(databaseFile);
  const server = createServer((_req, res) => {
    const body =
      statement === null
        ? text
        : JSON.stringify({ result: { data: { json: { items: statement.all(100) } } } });
    res.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    res.end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    answer({
      where: () => ({ port: typeof address === 'object' && address !== null ? address.port : 0 }),
      say: (message) => {
        text = String(message['text']);
      },
    });
  });
}

/** The same columns of the same rows, in the same order. */
function preparedList(file: string) {
  const database = new Database(file.startsWith('file:') ? fileURLToPath(file) : file, {
    readonly: true,
  });
  return database.prepare(`select id, title, status, priority, team_id, assignee_id, creator_id, watcher_ids, labels, due_on, due_at, rank,
    comment_count, checklist_done, checklist_total, version, created_at, updated_at, done_at
    from tasks where removed_at is null order by rank, id limit ?`);
}
