// Where everybody is signed in, for admins.
import { and, desc, eq, gt, lt, or } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { sessions } from '#db/schema/sessions.ts';
import type { EndSessionInput, SessionItem } from '../auth/auth.schema.ts';
import { endSession } from '../auth/session.ts';
import { isMoment } from '../cursor.schema.ts';
import type { Deps } from '../deps.ts';
import { badRequest, notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { ListSessionsInput } from './admin.schema.ts';
import { requireStillAdmin } from './still-admin.ts';

export type SessionPage = { items: SessionItem[]; nextCursor: string | null; asOf: Position };

/** Newest first. */
export function listSessions(deps: Deps, input: ListSessionsInput): Promise<SessionPage> {
  const after = input.cursor === undefined ? null : keyOf(input.cursor);
  return deps.db.read(async (tx) => {
    const rows = await tx
      .select()
      .from(sessions)
      .where(
        and(
          gt(sessions.expiresAt, deps.clock.now()),
          input.personId === undefined ? undefined : eq(sessions.personId, input.personId),
          after === null ? undefined : isAfter(after),
        ),
      )
      .orderBy(desc(sessions.createdAt), desc(sessions.id))
      .limit(input.limit + 1);
    const items = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor = last === undefined ? null : `${last.createdAt.getTime()}:${last.id}`;
    return { items, nextCursor, asOf: tx.asOf };
  });
}

export async function endSessionOfAnybody(
  deps: Deps,
  viewer: Viewer,
  input: EndSessionInput,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { asOf } = await deps.db.write(act, async (tx) => {
    await requireStillAdmin(tx, viewer);
    if (!(await endSession(tx, input.id, 'session_ended'))) throw notFound('session');
  });
  return { asOf };
}

type Key = { createdAt: Date; id: string };

function isAfter({ createdAt, id }: Key) {
  return or(
    lt(sessions.createdAt, createdAt),
    and(eq(sessions.createdAt, createdAt), lt(sessions.id, id)),
  );
}

function keyOf(cursor: string): Key {
  const [, ms, id] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(cursor) ?? [];
  const createdAt = new Date(Number(ms));
  if (id === undefined || !isMoment(createdAt.getTime()))
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return { createdAt, id };
}
