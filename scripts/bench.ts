// `npm run bench`: what things cost, each beside a baseline measured in the same run. `npm run bench -- fanout` runs one;
// `--quick` makes the busy minutes short; `--json <file>` writes the figures too.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { measureDelivery } from './bench/chat-delivery.ts';
import { measureChatPage } from './bench/chat-page.ts';
import { measureChat } from './bench/chat-search.ts';
import { measureDesk } from './bench/desk.ts';
import { measureDurable } from './bench/durable.ts';
import { measureFanout } from './bench/fanout.ts';
import { measureFsyncMs } from './bench/fsync.ts';
import { measureMinutes } from './bench/minute.ts';
import { measureProcess } from './bench/process.ts';
import { asJson, printTable, type Row } from './bench/report.ts';
import { measureRequests } from './bench/requests.ts';
import { measureSearch } from './bench/search.ts';

const MINUTE_MS = 60_000;
const QUICK_MS = 10_000;
const YEARS_TALK = 1_000_000;
const QUICK_TALK = 200_000;

const args = process.argv.slice(2);
const jsonAt = args.indexOf('--json');
const jsonFile = jsonAt === -1 ? undefined : args[jsonAt + 1];
const isQuick = args.includes('--quick');
const minuteMs = isQuick ? QUICK_MS : MINUTE_MS;

const benches: Record<string, () => Promise<Row[]>> = {
  fanout: measureFanout,
  requests: measureRequests,
  durable: measureDurable,
  minute: () => measureMinutes(minuteMs),
  process: measureProcess,
  chat: () => measureChat(isQuick ? QUICK_TALK : YEARS_TALK),
  'chat-delivery': () => measureDelivery(isQuick ? QUICK_MS : MINUTE_MS),
  'chat-page': measureChatPage,
  desk: measureDesk,
  search: () => measureSearch(isQuick ? QUICK_TALK : YEARS_TALK),
};

const named = args.filter((arg) => arg in benches);
const chosen = named.length === 0 ? Object.keys(benches) : named;
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
  fsyncMs: measureFsyncMs(),
};
console.log(
  `${machine.cores} cores (${machine.cpu}), Node ${machine.node}, fsync of 4 kB: ${machine.fsyncMs.toFixed(2)} ms (median)\n`,
);

const rows: Row[] = [];
for (const name of chosen) {
  console.log(`measuring ${name} …`);
  rows.push(...((await benches[name]?.()) ?? []));
}
console.log('');
printTable(rows);
if (jsonFile !== undefined)
  writeFileSync(
    jsonFile,
    `${JSON.stringify({ at: new Date().toISOString(), machine, rows: asJson(rows) }, null, 2)}\n`,
  );
process.exit(0);
