// Tokens as they are stored, and what their owner's screens are told when one changes.
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { tokens } from '#db/schema/sessions.ts';
import type { EndReason, TokenRevoked } from '../auth/auth.schema.ts';
import { topics } from '../live/audience.ts';
import type { TokenItem } from './tokens.schema.ts';

export const tokenColumns = {
  id: tokens.id,
  name: tokens.name,
  scope: tokens.scope,
  createdAt: tokens.createdAt,
  expiresAt: tokens.expiresAt,
  lastUsedAt: tokens.lastUsedAt,
};

type TokenChange = { kind: 'token.created' | 'token.changed'; personId: string; item: TokenItem };

export function emitToken(tx: WriteTx, { kind, personId, item }: TokenChange): void {
  tx.emit({
    feature: 'people',
    kind,
    id: item.id,
    version: tx.now.getTime(),
    audience: [topics.user(personId)],
    data: item,
  });
}

/** Those that `which` names and that are not revoked yet; returns how many. */
export async function revokeTokens(
  tx: WriteTx,
  which: SQL | undefined,
  reason: EndReason,
): Promise<number> {
  const open = and(which, isNull(tokens.revokedAt));
  const query = tx
    .select({ id: tokens.id, personId: tokens.personId })
    .from(tokens)
    .where(open)
    .orderBy(asc(tokens.id));
  const rows = await tx.lock(query);
  for (const { id, personId } of rows) {
    await tx.update(tokens).set({ revokedAt: tx.now }).where(eq(tokens.id, id));
    const data: TokenRevoked = { tokenId: id, personId, reason };
    tx.emit({
      feature: 'people',
      kind: 'token.revoked',
      id,
      version: tx.now.getTime(),
      audience: [topics.user(personId)],
      data,
    });
    tx.audit('token.revoke', { kind: 'token', id }, { personId, reason });
  }
  return rows.length;
}
