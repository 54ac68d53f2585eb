// A reader that stops reading costs the server little, and gets everything when it reads on.
import { expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { Db } from '#db/database.ts';
import { topics } from '#server/live/audience.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { newId } from '#server/new-id.ts';
import { openSocket, type RawSocket } from '#tests/support/raw-socket.ts';
import { type ServedApp, servedApp } from '#tests/support/served-app.ts';

const MIB = 1024 ** 2;
/** Together far more than what the network between the two takes by itself. */
const EVENT_BYTES = 10_000;

test.each([
  ['one after the other', 1, 2_000],
  ['in bursts', 400, 4_000],
])(
  'a paused reader stays under 1 MiB while thousands of events pass %s',
  async (_how, burst, count) => {
    await using app = await servedApp();
    const { socket, ours } = await connected(app);
    await using line = socket;
    line.subscribe(1);
    await expect.poll(() => line.framesOf(1).length).toBe(2);
    const from = await app.db.read(async (tx) => tx.seq);
    line.socket.pause();
    let most = 0;
    const look = setInterval(() => (most = Math.max(most, ours.bufferedAmount)), 1);
    for (let sent = 0; sent < count; sent += burst) {
      await happen(app.db, burst);
      if (burst > 1 || sent % 50 === 0) await app.deps.hub.readUpTo(from + sent + burst);
      most = Math.max(most, ours.bufferedAmount);
    }
    await app.deps.hub.readUpTo(from + count);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(MIB);
    line.socket.resume();
    await expect.poll(() => seqsOf(line).length, { timeout: 30_000 }).toBe(count);
    clearInterval(look);
    expect(most).toBeLessThan(MIB);
    expect(seqsOf(line)).toEqual(Array.from({ length: count }, (_, at) => from + 1 + at));
  },
  60_000,
);

/** A reader, and the server's end of its line. */
async function connected(app: ServedApp): Promise<{ socket: RawSocket; ours: WebSocket }> {
  const { cookie } = await app.signedIn('minsu');
  const add = vi.spyOn(app.deps.connections, 'add');
  const socket = await openSocket(app.port, { cookie, origin: app.origin });
  await expect.poll(() => add.mock.calls.length).toBe(1);
  const [, ours] = add.mock.calls[0] ?? [];
  if (ours === undefined) throw new Error('nobody came');
  return { socket, ours };
}

async function happen(db: Db, count: number): Promise<void> {
  await db.write({ actorId: null }, async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const id = newId();
      const data = { id, name: 'x'.repeat(EVENT_BYTES), version: 1 };
      const what = { feature: 'teams', kind: 'team.changed', id, version: 1 };
      tx.emit({ ...what, audience: [topics.staff], data });
    }
    tx.audit('test.happen', { kind: 'team', id: 'many' });
    await Promise.resolve();
  });
}

type Sent = { json?: { data: ChangeEvent[] } };

function seqsOf(line: RawSocket): number[] {
  return line
    .framesOf(1)
    .flatMap(({ result }) => (result?.data as Sent | undefined)?.json?.data ?? [])
    .flatMap((event) => (event.kind === 'team.changed' ? event.seq : []));
}
