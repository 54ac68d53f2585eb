// A person's tokens for scripts. The secret is shown once, when it is made; only its hash is kept.
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { tokens } from '#db/schema/sessions.ts';
import type { Deps } from '../deps.ts';
import { notFound, precondition, unauthorized } from '../errors.ts';
import { newId } from '../new-id.ts';
import type { Viewer } from '../viewer.ts';
import { hashOfToken, newTokenSecret } from './token-secret.ts';
import {
  type CreateTokenInput,
  type RevokeTokenInput,
  type TokenItem,
  TOKENS_MAX,
} from './tokens.schema.ts';
import { emitToken, revokeTokens, tokenColumns } from './tokens.store.ts';

const DAY_MS = 86_400_000;

export type TokenList = { items: TokenItem[]; nextCursor: null; asOf: Position };

/** Newest first; what was revoked or has expired is not listed. */
export function listTokens(deps: Deps, viewer: Viewer): Promise<TokenList> {
  return deps.db.read(async (tx) => {
    const items = await tx
      .select(tokenColumns)
      .from(tokens)
      .where(usableBy(viewer.id, deps.clock.now()))
      .orderBy(desc(tokens.createdAt), desc(tokens.id));
    return { items, nextCursor: null, asOf: tx.asOf };
  });
}

export async function createToken(
  deps: Deps,
  viewer: Viewer,
  input: CreateTokenInput,
): Promise<{ item: TokenItem; secret: string; asOf: Position }> {
  const secret = newTokenSecret();
  const id = newId();
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const [owner] = await tx.lock(
      tx.select({ status: people.status }).from(people).where(eq(people.id, viewer.id)),
    );
    if (owner?.status !== 'active') throw unauthorized();
    const mine = tx.select({ id: tokens.id }).from(tokens).where(usableBy(viewer.id, tx.now));
    if ((await mine.limit(TOKENS_MAX)).length >= TOKENS_MAX) throw precondition('too_many_tokens');
    const { name, scope, expiresInDays } = input;
    const expiresAt = new Date(tx.now.getTime() + expiresInDays * DAY_MS);
    const item: TokenItem = { id, name, scope, createdAt: tx.now, expiresAt, lastUsedAt: null };
    await tx
      .insert(tokens)
      .values({ ...item, personId: viewer.id, secretHash: hashOfToken(secret) });
    emitToken(tx, { kind: 'token.created', personId: viewer.id, item });
    tx.audit('token.create', { kind: 'token', id }, { scope, expiresAt });
    return item;
  });
  return { item: value, secret, asOf };
}

export async function revokeToken(
  deps: Deps,
  viewer: Viewer,
  input: RevokeTokenInput,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { asOf } = await deps.db.write(act, async (tx) => {
    const mine = and(eq(tokens.id, input.id), eq(tokens.personId, viewer.id));
    if ((await revokeTokens(tx, mine, 'token_revoked')) === 0) throw notFound('token');
  });
  return { asOf };
}

function usableBy(personId: string, now: Date) {
  return and(eq(tokens.personId, personId), isNull(tokens.revokedAt), gt(tokens.expiresAt, now));
}
