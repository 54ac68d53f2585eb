// What a job gets to work with, the same for both databases: only the engine below differs.
import type { SQL } from 'drizzle-orm';

import type { Drizzle, NewEvent, PreparedOf, ReadTx, WriteTx } from './database.ts';
import { type Job, mayRun } from './job.ts';
import { type Collected, collectAudit, collectEvent, position } from './write.ts';

/** One connection, as a job uses it. */
export type Engine = {
  queries(job: Job): Drizzle;
  prepared(job: Job, name: string, build: (q: Drizzle) => unknown): PreparedOf<unknown>;
  rows(job: Job, query: SQL): Promise<unknown[]>;
  lock(query: unknown): unknown;
};

class JobTx {
  protected readonly engine: Engine;
  protected readonly job: Job;
  #queries: Drizzle | null = null;

  constructor(engine: Engine, job: Job) {
    this.engine = engine;
    this.job = job;
  }

  get select(): Drizzle['select'] {
    return this.queries.select.bind(this.queries);
  }

  get selectDistinct(): Drizzle['selectDistinct'] {
    return this.queries.selectDistinct.bind(this.queries);
  }

  get with(): Drizzle['with'] {
    return this.queries.with.bind(this.queries);
  }

  get $with(): Drizzle['$with'] {
    return this.queries.$with;
  }

  prepared<Q>(name: string, build: (q: Drizzle) => Q): PreparedOf<Q> {
    return this.engine.prepared(this.job, name, build) as PreparedOf<Q>;
  }

  rows<T>(query: SQL): Promise<T[]> {
    return this.engine.rows(this.job, query) as Promise<T[]>;
  }

  protected get queries(): Drizzle {
    return (this.#queries ??= this.engine.queries(this.job));
  }
}

/** `readHead` is asked at most once, within the snapshot: what needs no position does not pay for it. */
type Head = { epoch: string; readHead: () => number };

class JobReadTx extends JobTx implements ReadTx {
  readonly #head: Head;
  #seq: number | null = null;

  constructor(engine: Engine, job: Job, head: Head) {
    super(engine, job);
    this.#head = head;
  }

  get seq() {
    if (this.#seq !== null) return this.#seq;
    mayRun(this.job);
    return (this.#seq = this.#head.readHead());
  }

  get asOf() {
    return position(this.#head.epoch, this.seq);
  }
}

class JobWriteTx extends JobTx implements WriteTx {
  readonly #collected: Collected;

  constructor(engine: Engine, job: Job, collected: Collected) {
    super(engine, job);
    this.#collected = collected;
  }

  get now() {
    return this.#collected.now;
  }

  get insert(): Drizzle['insert'] {
    return this.queries.insert.bind(this.queries);
  }

  get update(): Drizzle['update'] {
    return this.queries.update.bind(this.queries);
  }

  get delete(): Drizzle['delete'] {
    return this.queries.delete.bind(this.queries);
  }

  lock<Q>(query: Q): Q {
    return this.engine.lock(query) as Q;
  }

  emit(event: NewEvent) {
    mayRun(this.job);
    collectEvent(this.#collected, event);
  }

  audit(label: string, subject: { kind: string; id: string }, detail?: Record<string, unknown>) {
    mayRun(this.job);
    collectAudit(this.#collected, label, { subject, detail });
  }
}

export function readTx(engine: Engine, job: Job, head: Head): ReadTx {
  return new JobReadTx(engine, job, head);
}

export function writeTx(engine: Engine, job: Job, collected: Collected): WriteTx {
  return new JobWriteTx(engine, job, collected);
}
