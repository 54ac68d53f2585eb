// A person's own sessions: where they are signed in, and ending that.
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { sessions } from '#db/schema/sessions.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { EndSessionInput, OnlyMutationId, SessionItem } from './auth.schema.ts';
import { endSession, endSessionsOf } from './session.ts';

type Asker = { viewer: Viewer; session: { id: string } };

export type MySessions = {
  items: SessionItem[];
  currentId: string;
  nextCursor: null;
  asOf: Position;
};

/** Newest first. */
export function listMySessions(deps: Deps, { viewer, session }: Asker): Promise<MySessions> {
  return deps.db.read(async (tx) => {
    const items = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, viewer.id), gt(sessions.expiresAt, deps.clock.now())))
      .orderBy(desc(sessions.createdAt), desc(sessions.id));
    return { items, currentId: session.id, nextCursor: null, asOf: tx.asOf };
  });
}

export async function endMySession(
  deps: Deps,
  { viewer }: Asker,
  input: EndSessionInput,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { asOf } = await deps.db.write(act, async (tx) => {
    const mine = and(eq(sessions.id, input.id), eq(sessions.personId, viewer.id));
    const [found] = await tx.lock(tx.select({ id: sessions.id }).from(sessions).where(mine));
    if (found === undefined) throw notFound('session');
    await endSession(tx, found.id, 'session_ended');
  });
  return { asOf };
}

export async function endMyOtherSessions(
  deps: Deps,
  { viewer, session }: Asker,
  input: OnlyMutationId,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input?.mutationId };
  const { asOf } = await deps.db.write(act, (tx) =>
    endSessionsOf(tx, viewer.id, { reason: 'session_ended', except: session.id }),
  );
  return { asOf };
}
