// Writes that wait together commit together: many people's changes, one fsync, and each answer only after it. When
// SQLite takes a whole transaction back, its jobs run again one by one, so that one bad job fails alone.
import { refuseNesting } from '../job.ts';
import type { Outcome, WriteJob, Writer } from './writer.ts';

type Done = Extract<Outcome, { state: 'done' }>;
type Waiting = WriteJob & { resolve: (done: Done) => void; reject: (error: unknown) => void };
type Ran = { job: Waiting; outcome: Outcome };

export type WriteQueue = {
  write(job: WriteJob): Promise<Done>;
  /** Refuses new jobs, finishes the waiting ones. */
  close(): Promise<void>;
};

/** The event loop gets a turn at least this often: what has run until then commits, the rest goes on after. */
const TURN_MS = 8;

/** `onCommit` hears of every commit; `head` is null when it appended no events. */
export function startWriteQueue(
  writer: Writer,
  onCommit: (head: number | null) => void,
): WriteQueue {
  const waiting: Waiting[] = [];
  let isRunning = false;
  let isClosed = false;
  let onIdle: (() => void) | null = null;

  function schedule() {
    if (isRunning) return;
    isRunning = true;
    setImmediate(() => void turn());
  }

  async function turn() {
    const ran: Ran[] = [];
    try {
      await runTogether(ran);
    } catch (error) {
      rejectAll([...ran.map(({ job }) => job), ...waiting.splice(0)], error);
    }
    isRunning = false;
    if (waiting.length > 0) schedule();
    else onIdle?.();
  }

  async function runTogether(ran: Ran[]) {
    await writer.begin();
    const started = performance.now();
    let isLost = false;
    while (!isLost && performance.now() - started < TURN_MS) {
      const job = waiting.shift();
      if (!job) break;
      const outcome = await writer.attempt(job);
      ran.push({ job, outcome });
      isLost = outcome.state === 'lost';
    }
    if (!isLost && commit(ran)) return;
    writer.rollback();
    for (const { job } of ran) await runAlone(job);
  }

  async function runAlone(job: Waiting) {
    try {
      await writer.begin();
      const outcome = await writer.attempt(job);
      if (outcome.state === 'lost') job.reject(outcome.error);
      else if (commit([{ job, outcome }], job.reject)) return;
    } catch (error) {
      job.reject(error);
    }
    writer.rollback();
  }

  function commit(ran: Ran[], refuse: (error: unknown) => void = () => undefined): boolean {
    let head: number | null;
    try {
      head = writer.commit();
    } catch (error) {
      refuse(error);
      return false;
    }
    for (const { job, outcome } of ran) {
      if (outcome.state === 'done') job.resolve(outcome);
      else job.reject(outcome.error);
    }
    onCommit(head);
    return true;
  }

  return {
    write(job) {
      return new Promise((resolve, reject) => {
        refuseNesting('write');
        if (isClosed) throw new Error('the database is closed');
        waiting.push({ ...job, resolve, reject });
        schedule();
      });
    },
    async close() {
      isClosed = true;
      if (isRunning) await new Promise<void>((resolve) => (onIdle = resolve));
    },
  };
}

function rejectAll(jobs: Waiting[], error: unknown) {
  for (const job of jobs) job.reject(error);
}
