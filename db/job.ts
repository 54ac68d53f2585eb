// One read or one write while it runs: whether it may still use its connection, what failed in it, what it changed.
import { AsyncLocalStorage } from 'node:async_hooks';

import { StatementFailed } from './errors.ts';

export type Job = {
  kind: 'read' | 'write';
  isOver: boolean;
  /** The first statement that failed: nothing more runs, and the whole job fails, caught or not, as on PostgreSQL. */
  failure: StatementFailed | null;
  changedRows: number;
};

export const STRAYED =
  'a write awaited something other than the database (a timer, a file, the network): rolled back';

const running = new AsyncLocalStorage<Job>();

export function startJob(kind: Job['kind']): Job {
  return { kind, isOver: false, failure: null, changedRows: 0 };
}

export function runInside<T>(job: Job, work: () => Promise<T>): Promise<T> {
  return running.run(job, work);
}

/** A job inside a job would wait for itself, or decide on what another snapshot saw. */
export function refuseNesting(kind: Job['kind']) {
  const outer = running.getStore();
  if (outer && !outer.isOver) throw new Error(`a ${kind} inside a ${outer.kind}: use its tx`);
}

export function mayRun(job: Job) {
  if (job.isOver) throw new Error(`this ${job.kind} is over: its tx was used too late`);
  if (job.failure) throw new Error(`this ${job.kind} has failed already`, { cause: job.failure });
}

export function failedStatement(job: Job, sql: string, cause: unknown): StatementFailed {
  const failure = new StatementFailed(sql, cause);
  job.failure ??= failure;
  return failure;
}
