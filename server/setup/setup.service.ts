// The two ways into an empty server: its first admin, or the demo company. Both need the token from the terminal.
import type { Position, ReadTx, WriteTx } from '#db/database.ts';
import { meta } from '#db/schema/meta.ts';
import { people } from '#db/schema/people.ts';
import { refuseWeak } from '../auth/change-password.ts';
import { refund, setupBudget, spend } from '../auth/login-budget.ts';
import { hashPassword, inHashSlot } from '../auth/password-hash.ts';
import { createSession, type NewSession } from '../auth/session.ts';
import type { Origin } from '../auth/session-store.ts';
import type { Deps } from '../deps.ts';
import { forbidden, precondition } from '../errors.ts';
import { newId } from '../new-id.ts';
import { emitPerson } from '../people/people.events.ts';
import { type PersonRow, toMe } from '../people/people.row.ts';
import type { Me } from '../people/people.schema.ts';
import type { CreateFirstAdminInput, LoadDemoInput } from './setup.schema.ts';
import { isSetupToken } from './setup-token.ts';

export type SetupStatus = { needsSetup: boolean; canLoadDemo: boolean; asOf: Position };

export function setupStatus(deps: Deps): Promise<SetupStatus> {
  return deps.db.read(async (tx) => {
    const needsSetup = await isEmpty(tx);
    return {
      needsSetup,
      canLoadDemo: needsSetup && isLoopback(deps.config.host),
      asOf: tx.asOf,
    };
  });
}

export async function createFirstAdmin(
  deps: Deps,
  origin: Origin,
  input: CreateFirstAdminInput,
): Promise<{ me: Me; session: NewSession; asOf: Position }> {
  await requireToken(deps, origin, input.token);
  refuseWeak('password', input.password, input.username);
  const passwordHash = await inHashSlot(() => hashPassword(input.password));
  const id = newId();
  const act = { actorId: id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    await claimSetup(tx);
    const { username, name } = input;
    const row: PersonRow = {
      id,
      username,
      name,
      role: 'admin',
      status: 'active',
      teamId: null,
      locale: 'ko',
      theme: 'system',
      enterSends: true,
      hasSound: true,
      passwordHash,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
      deactivatedAt: null,
    };
    await tx.insert(people).values(row);
    emitPerson(tx, null, row);
    tx.audit('setup.create_first_admin', { kind: 'person', id }, { username, name });
    return { me: toMe(row), session: await createSession(tx, id, origin) };
  });
  return { ...value, asOf };
}

/** The demo company, only where nobody outside this machine can sign in with its well-known password. */
export async function loadDemo(
  deps: Deps,
  origin: Origin,
  input: LoadDemoInput,
): Promise<{ asOf: Position }> {
  await requireToken(deps, origin, input.token);
  return loadDemoHere(deps);
}

/** For whoever runs the server on this machine: no token. */
export async function loadDemoHere(deps: Pick<Deps, 'db' | 'config'>): Promise<{ asOf: Position }> {
  if (!isLoopback(deps.config.host)) throw forbidden('demo_not_here');
  const { loadDemoCompany } = await import('../demo/demo-company.ts');
  return loadDemoCompany(deps, claimSetup);
}

/**
 * Whoever writes the first people into an empty database calls this in the same write: of two at once, one gets
 * PRECONDITION_FAILED.
 */
async function claimSetup(tx: WriteTx): Promise<void> {
  const claim = { key: 'setup', value: tx.now.toISOString() };
  const claimed = await tx.insert(meta).values(claim).onConflictDoNothing().returning();
  if (claimed.length === 0 || !(await isEmpty(tx))) throw precondition('already_set_up');
}

async function isEmpty(tx: Pick<ReadTx, 'select'>): Promise<boolean> {
  return (await tx.select({ id: people.id }).from(people).limit(1)).length === 0;
}

/** Wrong tokens are counted per address; the count is stored although the call is refused. */
async function requireToken(deps: Deps, origin: Origin, token: string): Promise<void> {
  const budget = setupBudget(origin.address);
  const { value: isRight } = await deps.db.write({ actorId: null }, async (tx) => {
    await spend(tx, budget);
    tx.audit('setup.try_token', { kind: 'setup', id: 'setup' });
    if (!isSetupToken(token)) return false;
    await refund(tx, budget);
    return true;
  });
  if (!isRight) throw forbidden('wrong_setup_token');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
