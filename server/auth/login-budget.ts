// How often somebody may be wrong. Kept in the database, so that a restart forgives nothing, and taken before the
// password is looked at, inside a write: a thousand attempts at once get no more than the budget.
import { hash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { budgets } from '#db/schema/sessions.ts';
import { tooManyRequests } from '../errors.ts';
import { addressKey } from './address-key.ts';

const WINDOW_MS = 15 * 60_000;

export type Budget = { key: string; max: number };

export function accountBudget(username: string): Budget {
  // Hashed: people type their password where the name belongs, and that must not be stored.
  return { key: `account:${hash('sha256', username, 'base64url')}`, max: 10 };
}

/** A whole office may share one address, so that it is generous and counts failures only (see refund). */
export function addressBudget(address: string): Budget {
  return { key: `address:${addressKey(address)}`, max: 100 };
}

export function setupBudget(address: string): Budget {
  return { key: `setup:${addressKey(address)}`, max: 20 };
}

/** Takes one, or throws TOO_MANY_REQUESTS. The row stays locked until the end of the write. */
export async function spend(tx: WriteTx, budget: Budget): Promise<void> {
  const { key, max } = budget;
  const fresh = { used: 0, resetsAt: new Date(tx.now.getTime() + WINDOW_MS) };
  const [row] = await tx
    .insert(budgets)
    .values({ key, ...fresh })
    .onConflictDoUpdate({ target: budgets.key, set: { key } })
    .returning();
  const leftMs = (row?.resetsAt.getTime() ?? 0) - tx.now.getTime();
  const current = row === undefined || leftMs <= 0 ? fresh : row;
  if (current.used >= max) throw tooManyRequests(Math.ceil(leftMs / 1000));
  await tx
    .update(budgets)
    .set({ used: current.used + 1, resetsAt: current.resetsAt })
    .where(eq(budgets.key, key));
}

/** Gives one back: it was no failure. */
export async function refund(tx: WriteTx, budget: Budget): Promise<void> {
  const query = tx.select().from(budgets).where(eq(budgets.key, budget.key));
  const [row] = await tx.lock(query);
  if (row === undefined) return;
  await tx
    .update(budgets)
    .set({ used: Math.max(0, row.used - 1) })
    .where(eq(budgets.key, budget.key));
}

/** Forgives all failures: the account proved itself. */
export async function forgive(tx: WriteTx, budget: Budget): Promise<void> {
  await tx.update(budgets).set({ used: 0 }).where(eq(budgets.key, budget.key));
}
