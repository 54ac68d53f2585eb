// Requests per second over HTTP with a session, beside bare node:http.
import { startChild } from './child.ts';
import type { Row } from './report.ts';

const WARM_UP_MS = 2_000;
const MEASURED_MS = 4_000;
const COUNTS = '/trpc/nav.counts';
const LIST = `/trpc/tasks.list?input=${encodeURIComponent(JSON.stringify({ json: { limit: 100 } }))}`;

type Asked = { perSecond: number; text: string };
type Where = { port: number; cookie: string; file: string };

export async function measureRequests(): Promise<Row[]> {
  await using haru = await startChild('requests-server.ts', ['haru']);
  const { port, cookie, file } = await haru.ask<Where>({ do: 'where' });
  const counts = await perSecond(port, COUNTS, cookie);
  const list = await perSecond(port, LIST, cookie);
  await using bare = await startChild('requests-server.ts', ['bytes']);
  await bare.ask({ do: 'say', text: counts.text });
  const bareCounts = await perSecond((await bare.ask<Where>({ do: 'where' })).port, '/', undefined);
  await using bareRows = await startChild('requests-server.ts', ['rows', file]);
  const bareList = await perSecond(
    (await bareRows.ask<Where>({ do: 'where' })).port,
    '/',
    undefined,
  );
  return [
    row('nav.counts over HTTP, with a session', {
      haru: counts,
      bare: bareCounts,
      baseline: 'bare node:http, same bytes',
      atLeast: 0.2,
    }),
    row('tasks.list, 100 rows, with a session', {
      haru: list,
      bare: bareList,
      baseline: 'node:http + better-sqlite3 + JSON',
      atLeast: 0.5,
    }),
  ];
}

function row(
  what: string,
  {
    haru,
    bare,
    baseline,
    atLeast,
  }: { haru: Asked; bare: Asked; baseline: string; atLeast: number },
): Row {
  return {
    what,
    haru: `${Math.round(haru.perSecond)}/s`,
    baseline: `${baseline} ${Math.round(bare.perSecond)}/s`,
    value: haru.perSecond / bare.perSecond,
    unit: '×',
    wanted: `≥ ${atLeast}`,
    isMet: (ratio) => ratio >= atLeast,
  };
}

async function perSecond(port: number, path: string, cookie: string | undefined): Promise<Asked> {
  await using client = await startChild('requests-client.ts');
  await client.ask({ do: 'run', port, path, cookie, ms: WARM_UP_MS });
  return await client.ask<Asked>({ do: 'run', port, path, cookie, ms: MEASURED_MS });
}
