// A new password ends every session of its owner. The browser that changed it gets a new one in the same answer: a
// stolen copy of its old cookie is worth nothing afterwards.
import { eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import { badRequest, conflict, unauthorized } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { ChangePasswordInput } from './auth.schema.ts';
import {
  accountBudget,
  addressBudget,
  type Budget,
  forgive,
  refund,
  spend,
} from './login-budget.ts';
import { hashPassword, inHashSlot, verifyPassword } from './password-hash.ts';
import { type PasswordProblem, passwordProblem } from './password.policy.ts';
import { createSession, endSession, endSessionsOf, type NewSession } from './session.ts';
import type { Origin } from './session-store.ts';

type Asker = { viewer: Viewer; session: { id: string }; origin: Origin };
type Changed = { session: NewSession; asOf: Position };

export function changePassword(
  deps: Deps,
  asker: Asker,
  input: ChangePasswordInput,
): Promise<Changed> {
  const { viewer, session, origin } = asker;
  refuseWeak('next', input.next, viewer.username);
  const budgets = [accountBudget(viewer.username), addressBudget(origin.address)] as const;
  return inHashSlot(async () => {
    const stored = await takeAttempt(deps, viewer, budgets);
    const isRight = await verifyPassword(stored, input.current);
    if (!isRight) throw badRequest('wrong_password', { current: ['is not your password'] });
    const passwordHash = await hashPassword(input.next);
    const act = { actorId: viewer.id, mutationId: input.mutationId };
    const { value, asOf } = await deps.db.write(act, async (tx) => {
      const [person] = await tx.lock(tx.select().from(people).where(eq(people.id, viewer.id)));
      if (person?.status !== 'active') throw unauthorized();
      if (person.passwordHash !== stored) throw conflict('password_changed');
      await forgive(tx, budgets[0]);
      await refund(tx, budgets[1]);
      await tx.update(people).set({ passwordHash }).where(eq(people.id, viewer.id));
      tx.audit('person.change_password', { kind: 'person', id: viewer.id });
      await endSession(tx, session.id, 'session_renewed');
      await endSessionsOf(tx, viewer.id, { reason: 'password_changed' });
      return await createSession(tx, viewer.id, origin);
    });
    return { session: value, asOf };
  });
}

const PROBLEMS: Record<PasswordProblem, string> = {
  password_too_short: 'is too short',
  password_too_long: 'is too long',
  password_is_username: 'must not be the username',
  password_too_common: 'is one of the first that others would try',
};

/** Throws BAD_REQUEST, naming the field, if that may not be a password. */
export function refuseWeak(field: string, password: string, username: string): void {
  const problem = passwordProblem(password, username);
  if (problem !== null) throw badRequest(problem, { [field]: [PROBLEMS[problem]] });
}

/** The hash of now; whoever sits at somebody's open browser gets no more guesses than at the door. */
async function takeAttempt(
  deps: Deps,
  viewer: Viewer,
  budgets: readonly Budget[],
): Promise<string> {
  const { value } = await deps.db.write({ actorId: viewer.id }, async (tx) => {
    for (const budget of budgets) await spend(tx, budget);
    const [person] = await tx
      .select({ passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, viewer.id));
    if (person === undefined) throw unauthorized();
    tx.audit('person.try_password', { kind: 'person', id: viewer.id });
    return person.passwordHash;
  });
  return value;
}
