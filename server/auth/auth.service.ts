// Signing in and out. Unknown, wrong and inactive get the same answer after the same work: one attempt taken from the
// budgets, one hash.
import { eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import { unauthorized } from '../errors.ts';
import { toMe } from '../people/people.row.ts';
import { foldUsername, type Me } from '../people/people.schema.ts';
import type { Caller, Viewer } from '../viewer.ts';
import type { OnlyMutationId, SignInInput } from './auth.schema.ts';
import { accountBudget, addressBudget, forgive, refund, spend } from './login-budget.ts';
import { inHashSlot, NOBODYS_HASH, verifyPassword } from './password-hash.ts';
import { createSession, endSession, type NewSession } from './session.ts';
import type { Origin } from './session-store.ts';

/** Where the request comes from, and the session its browser had so far: signing in replaces it. */
export type Door = Origin & { previousSessionId: string | null };

export type SignedIn = { me: Me; session: NewSession; asOf: Position };

export function signIn(deps: Deps, door: Door, input: SignInInput): Promise<SignedIn> {
  const username = foldUsername(input.username);
  const budgets = [accountBudget(username), addressBudget(door.address)] as const;
  // The attempt is taken inside the slot, so that an office signing in at nine does not queue up as failures.
  return inHashSlot(async () => {
    const account = await takeAttempt(deps, username, budgets);
    const isRight = await verifyPassword(account?.passwordHash ?? NOBODYS_HASH, input.password);
    if (!isRight || account === undefined) throw unauthorized('wrong_credentials');
    const act = { actorId: account.id, mutationId: input.mutationId };
    const { value, asOf } = await deps.db.write(act, async (tx) => {
      const [person] = await tx.lock(tx.select().from(people).where(eq(people.id, account.id)));
      const isSame = person?.passwordHash === account.passwordHash;
      if (!isSame || person.status !== 'active') throw unauthorized('wrong_credentials');
      await forgive(tx, budgets[0]);
      await refund(tx, budgets[1]);
      if (door.previousSessionId !== null)
        await endSession(tx, door.previousSessionId, 'signed_out');
      return { me: toMe(person), session: await createSession(tx, person.id, door) };
    });
    return { ...value, asOf };
  });
}

type Budgets = readonly [ReturnType<typeof accountBudget>, ReturnType<typeof addressBudget>];

async function takeAttempt(deps: Deps, username: string, budgets: Budgets) {
  const { value } = await deps.db.write({ actorId: null }, async (tx) => {
    for (const budget of budgets) await spend(tx, budget);
    const [account] = await tx
      .select({ id: people.id, passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.username, username));
    tx.audit('sign_in.attempt', { kind: 'person', id: account?.id ?? 'unknown' });
    return account;
  });
  return value;
}

export async function signOut(
  deps: Deps,
  caller: { viewer: Viewer; session: { id: string } },
  input: OnlyMutationId,
): Promise<{ asOf: Position }> {
  const act = { actorId: caller.viewer.id, mutationId: input?.mutationId };
  const { asOf } = await deps.db.write(act, (tx) =>
    endSession(tx, caller.session.id, 'signed_out'),
  );
  return { asOf };
}

/** Null when nobody is signed in: the one question about people that needs no session. */
export function whoAmI(
  deps: Deps,
  caller: Caller | null,
): Promise<{ viewer: Me | null; asOf: Position }> {
  return deps.db.read(async (tx) => {
    if (caller === null) return { viewer: null, asOf: tx.asOf };
    const [row] = await tx.select().from(people).where(eq(people.id, caller.viewer.id));
    return { viewer: row?.status === 'active' ? toMe(row) : null, asOf: tx.asOf };
  });
}
