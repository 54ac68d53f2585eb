import * as z from 'zod/mini';
import { id, mutationId, text } from '../atoms.schema.ts';

export const TOKEN_NAME_MAX = 60;
export const TOKEN_DAYS_MAX = 365;
/** Of one person, at a time. */
export const TOKENS_MAX = 50;

export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const days = { error: `must be a whole number of days from 1 to ${TOKEN_DAYS_MAX}` };

export const createTokenInput = z.object({
  name: text(TOKEN_NAME_MAX),
  scope: z.enum(TOKEN_SCOPES, { error: 'must be read or write' }),
  expiresInDays: z.int(days).check(z.gte(1, days), z.lte(TOKEN_DAYS_MAX, days)),
  mutationId,
});

export const revokeTokenInput = z.object({ id, mutationId });

export type CreateTokenInput = z.infer<typeof createTokenInput>;
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>;

/** A script's key, never its secret. Also the data of `token.created` and `token.changed`. */
export type TokenItem = {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};
