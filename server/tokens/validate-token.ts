// A script at the door. It acts as its owner, as they are now, and never as more than its scope.
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { tokens } from '#db/schema/sessions.ts';
import type { SignedIn } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import { hashOfToken, isTokenSecret } from './token-secret.ts';
import { emitToken, tokenColumns } from './tokens.store.ts';

const NOTE_USE_EVERY_MS = 10 * 60_000;

/** Null for anything that is not the secret of a token that lasts and whose owner is active. */
export async function validateToken(deps: Deps, secret: string): Promise<SignedIn | null> {
  if (!isTokenSecret(secret)) return null;
  const found = await deps.db.read((tx) => findHolder(tx, hashOfToken(secret)));
  const now = deps.clock.now();
  if (found === undefined || found.expiresAt <= now) return null;
  const { tokenId, scope, expiresAt, lastUsedAt, revokedAt, status, ...viewer } = found;
  if (revokedAt !== null || status !== 'active') return null;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTE_USE_EVERY_MS)
    await noteUse(deps, tokenId);
  return { viewer, session: null, token: { id: tokenId, scope }, expiresAt };
}

async function findHolder(tx: Tx, secretHash: string) {
  const question = tx.prepared('tokens.holder', (q) =>
    q
      .select({
        tokenId: tokens.id,
        scope: tokens.scope,
        expiresAt: tokens.expiresAt,
        lastUsedAt: tokens.lastUsedAt,
        revokedAt: tokens.revokedAt,
        status: people.status,
        id: people.id,
        username: people.username,
        name: people.name,
        role: people.role,
        teamId: people.teamId,
        locale: people.locale,
      })
      .from(tokens)
      .innerJoin(people, eq(people.id, tokens.personId))
      .where(eq(tokens.secretHash, sql.placeholder('secretHash'))),
  );
  const [row] = await question.execute({ secretHash });
  return row;
}

const noting = new Set<string>();

/** Once, however many requests come at the same time. A database that cannot be written to stops no script that reads. */
async function noteUse(deps: Deps, id: string): Promise<void> {
  if (noting.has(id)) return;
  noting.add(id);
  try {
    await deps.db.write({ actorId: null }, (tx) => storeUse(tx, id));
  } catch (error) {
    deps.log.error({ err: error }, 'The use of a token could not be noted.');
  } finally {
    noting.delete(id);
  }
}

/** Decided by the row as it is now: whoever read it before the last note comes too late. */
async function storeUse(tx: WriteTx, id: string): Promise<void> {
  const notedBefore = new Date(tx.now.getTime() - NOTE_USE_EVERY_MS);
  const isDue = or(isNull(tokens.lastUsedAt), lte(tokens.lastUsedAt, notedBefore));
  const [row] = await tx
    .update(tokens)
    .set({ lastUsedAt: tx.now })
    .where(and(eq(tokens.id, id), isDue))
    .returning({ ...tokenColumns, personId: tokens.personId });
  if (row === undefined) return;
  const { personId, ...item } = row;
  emitToken(tx, { kind: 'token.changed', personId, item });
  tx.audit('token.use', { kind: 'token', id }, { personId });
}
