// Creates a task for each line of a CSV file with the columns title, team, due and assignee:
//   HARU_URL=http://localhost:3000 HARU_TOKEN=… node tasks-from-csv.ts tasks.csv
// Run twice it creates nothing twice: the id of a task comes from its line.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient, refusalOf } from 'haru/client';

const { HARU_URL = 'http://localhost:3000', HARU_TOKEN = '' } = process.env;
const [path = 'tasks.csv'] = process.argv.slice(2);

const haru = createClient({ url: HARU_URL, token: HARU_TOKEN });
const [teams, people] = await Promise.all([haru.teams.list.query(), haru.people.list.query()]);

const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
for (const line of lines) {
  const [title = '', teamName, dueOn, username] = cellsOf(line);
  const team = teams.items.find(({ name }) => name === teamName);
  const assignee = people.items.find((person) => person.username === username);
  if (team === undefined || (username && assignee === undefined)) {
    complain(line, `there is no team “${teamName}” or nobody called “${username}”`);
    continue;
  }
  try {
    const { item } = await haru.tasks.create.mutate({
      id: idFrom(line),
      title,
      teamId: team.id,
      dueOn: dueOn || null,
      assigneeId: assignee?.id ?? null,
    });
    console.log(`${item.title}: ${item.status}`);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    complain(line, `${refusal.reason} ${JSON.stringify(refusal.fields ?? {})}`);
  }
}

/** Cells may stand in quotes; a quote inside is written twice. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
  );
}

function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function complain(line: string, why: string) {
  console.error(`Not created: ${line} (${why})`);
  process.exitCode = 1;
}
