// The four kinds of procedure. Deny by default: only publicProcedure answers somebody who is not signed in.
import { initTRPC } from '@trpc/server';
import type { Deps } from './deps.ts';
import { forbidden, unauthorized } from './errors.ts';
import { describeError } from './error-shape.ts';
import type { LiveSocket } from './live/socket.ts';
import { wireTransformer } from './live/wire.ts';
import type { Caller } from './viewer.ts';

export type Context = {
  deps: Deps;
  /** Null = nobody is signed in (or the session has ended). */
  caller: Caller | null;
  requestId: string;
  /** Where the request came from, after TRUSTED_PROXIES. */
  address: string;
  userAgent: string;
  /** Sets the session cookie (a secret, or null to clear it); no-op on sockets. */
  setSessionSecret(secret: string | null, expiresAt?: Date): void;
  /** The position in the log the caller has seen; an answer must not be older than it. */
  cursor: string | null;
  /** The socket this call came over; null over HTTP. */
  socket: LiveSocket | null;
};

const t = initTRPC.context<Context>().create({
  transformer: wireTransformer,
  errorFormatter: describeError,
  isDev: false,
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
export const publicProcedure = t.procedure;

const signedIn = t.procedure.use(function requireCaller({ ctx, next }) {
  if (ctx.caller === null) throw unauthorized();
  return next({ ctx: { caller: ctx.caller, viewer: ctx.caller.viewer } });
});

/** Anybody signed in, by session or token; a read-only token may not change anything. */
export const staffProcedure = signedIn.use(function requireScope({ ctx, type, next }) {
  if (type === 'mutation' && ctx.caller.token?.scope === 'read') throw forbidden('token_read_only');
  return next();
});

/** Only a browser's session: what concerns sessions and tokens themselves is closed to tokens. */
export const sessionProcedure = signedIn.use(function requireSession({ ctx, next }) {
  if (ctx.caller.session === null) throw forbidden('token_not_allowed');
  return next({ ctx: { session: ctx.caller.session } });
});

export const adminProcedure = staffProcedure.use(function requireAdmin({ ctx, next }) {
  // A socket outlives the role it was opened with.
  const { viewer, socket, deps } = ctx;
  const role = socket === null ? viewer.role : deps.hub.rightsOf(viewer.id)?.role;
  if (role !== 'admin') throw forbidden('admins_only');
  return next();
});
