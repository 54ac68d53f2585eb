import * as z from 'zod/mini';
import { mutationId, optionalText } from '../atoms.schema.ts';

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;

const PASSWORD_INPUT_MAX = 1000;

/** As typed, never trimmed; NFC, so that a Mac and a PC send the same Korean. Its rules: password.policy.ts. */
export const password = z.string({ error: 'must be text' }).check(
  z.maxLength(PASSWORD_INPUT_MAX, { error: 'is too long', abort: true }),
  z.refine((value) => !value.includes('\0') && value.isWellFormed(), {
    error: 'must be plain text',
    abort: true,
  }),
  z.overwrite((value) => value.normalize('NFC')),
);

/** Any text: what nobody can be called is answered like a wrong password. */
export const signInInput = z.object({ username: optionalText(200), password, mutationId });

export const changePasswordInput = z.object({ current: password, next: password, mutationId });
export const endSessionInput = z.object({ id: sessionId(), mutationId });
export const onlyMutationId = z.optional(z.object({ mutationId }));

export type SignInInput = z.infer<typeof signInInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export type EndSessionInput = z.infer<typeof endSessionInput>;
export type OnlyMutationId = z.infer<typeof onlyMutationId>;

/** Session ids are hashes, not UUIDs. */
function sessionId() {
  return z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'must be the id of a session' }));
}

/** A browser that is signed in. Also the data of `session.started` and `session.changed`. */
export type SessionItem = {
  id: string;
  personId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string;
  address: string;
};

/**
 * Why a session, a token or a socket ended; sockets close with code 4401 and one of these. Only `session_renewed` (the
 * own browser after a change of password) closes with 1012: connect again. After `role_changed` the session goes on too.
 */
export type EndReason =
  | 'signed_out'
  | 'session_ended'
  | 'session_renewed'
  | 'password_changed'
  | 'password_reset'
  | 'token_revoked'
  | 'role_changed'
  | 'deactivated'
  | 'expired';

/** The data of `session.ended`. */
export type SessionEnded = { sessionId: string; personId: string; reason: EndReason };

/** The data of `token.revoked`. */
export type TokenRevoked = { tokenId: string; personId: string; reason: EndReason };
