import { forbidden } from '../errors.ts';
import { type Context, publicProcedure, router, sessionProcedure } from '../trpc.ts';
import {
  changePasswordInput,
  endSessionInput,
  onlyMutationId,
  signInInput,
} from './auth.schema.ts';
import { signIn, signOut, whoAmI } from './auth.service.ts';
import { changePassword } from './change-password.ts';
import { endMyOtherSessions, endMySession, listMySessions } from './my-sessions.service.ts';

/** For everybody but tokens: they cannot ask for, nor become, somebody's session. */
const doorProcedure = publicProcedure.use(function refuseTokens({ ctx, next }) {
  if (ctx.caller !== null && ctx.caller.token !== null) throw forbidden('token_not_allowed');
  return next();
});

export const authRouter = router({
  me: doorProcedure.query(({ ctx }) => whoAmI(ctx.deps, ctx.caller)),

  signIn: doorProcedure.input(signInInput).mutation(async ({ ctx, input }) => {
    const door = { ...originOf(ctx), previousSessionId: ctx.caller?.session?.id ?? null };
    const { me, session, asOf } = await signIn(ctx.deps, door, input);
    ctx.setSessionSecret(session.secret, session.cookieExpiresAt);
    return { viewer: me, asOf };
  }),

  signOut: sessionProcedure.input(onlyMutationId).mutation(async ({ ctx, input }) => {
    const answer = await signOut(ctx.deps, ctx, input);
    ctx.setSessionSecret(null);
    return answer;
  }),

  changePassword: sessionProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const asker = { viewer: ctx.viewer, session: ctx.session, origin: originOf(ctx) };
    const { session, asOf } = await changePassword(ctx.deps, asker, input);
    ctx.setSessionSecret(session.secret, session.cookieExpiresAt);
    return { asOf };
  }),

  sessions: sessionProcedure.query(({ ctx }) => listMySessions(ctx.deps, ctx)),
  endSession: sessionProcedure
    .input(endSessionInput)
    .mutation(({ ctx, input }) => endMySession(ctx.deps, ctx, input)),
  endOtherSessions: sessionProcedure
    .input(onlyMutationId)
    .mutation(({ ctx, input }) => endMyOtherSessions(ctx.deps, ctx, input)),
});

function originOf({ userAgent, address }: Context) {
  return { userAgent, address };
}
