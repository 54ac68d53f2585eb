// Time is an event too. One per process: it looks at what is to happen by the clock, does what is due, and sleeps until
// the next. Every process runs one; each duty is such that what two of them start, one of them finds done.
import { sendScheduled } from '../chat/chat.send-scheduled.ts';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { pruneNotices } from '../notifications/notifications.prune.ts';
import { summarizeDays } from '../notifications/notifications.summary.ts';
import { wakeNotices } from '../notifications/notifications.wake.ts';
import { endSnoozes, fallDue } from '../reminders/reminders.fall-due.ts';
import { warnEarly } from '../reminders/reminders.warn.ts';
import { emptyTrash } from '../tasks/tasks.purge.ts';
import { purgeViews } from '../views/views.purge.ts';
import { beginDay } from './begin-day.ts';
import { momentsOf } from './moments.ts';

/** Does what is due, and says when there is something to do next. */
type Duty = (deps: Deps) => Promise<Date | null>;

const duties: Duty[] = [
  beginDay,
  fallDue,
  warnEarly,
  endSnoozes,
  sendScheduled,
  wakeNotices,
  summarizeDays,
  emptyTrash,
  purgeViews,
  pruneNotices,
];

/** However far the next moment is, it looks at the clock again after this long. */
const LONGEST_SLEEP_MS = 3_600_000;
const RETRY_AFTER_MS = 5_000;

export class Scheduler {
  readonly #deps: Deps;
  #plannedAt: Date | null = null;
  #cancel: () => void = () => {};
  #stopListening: () => void = () => {};
  #looking: Promise<void> | null = null;
  #isWoken = false;
  #isClosed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Returns when everything that was missed has happened, and this process has heard of it. */
  async start(): Promise<void> {
    const { db, hub } = this.#deps;
    this.#stopListening = hub.onEvent((event) => {
      for (const moment of momentsOf(event)) this.#wakeBy(moment);
    });
    await this.#look();
    await hub.readUpTo(await db.read(async (tx) => tx.seq));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    this.#cancel();
    await this.#looking;
  }

  #wakeBy(moment: Date): void {
    if (this.#looking !== null) this.#isWoken = true;
    else if (moment <= this.#deps.clock.now()) void this.#look();
    else if (this.#plannedAt === null || moment < this.#plannedAt) this.#plan(moment);
  }

  #plan(at: Date): void {
    this.#cancel();
    this.#plannedAt = at;
    if (!this.#isClosed) this.#cancel = this.#deps.clock.wakeAt(at, () => void this.#look());
  }

  #look(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Never rejects. What was announced while it looked, or came due meanwhile, is looked at again. */
  async #lookOnce(): Promise<void> {
    const { clock } = this.#deps;
    let nextAt: Date;
    do {
      this.#isWoken = false;
      nextAt = fromNow(clock, LONGEST_SLEEP_MS);
      for (const duty of duties) {
        const at = await this.#do(duty);
        if (at !== null && at < nextAt) nextAt = at;
      }
    } while ((this.#isWoken || nextAt <= clock.now()) && !this.#isClosed);
    this.#plan(nextAt);
  }

  async #do(duty: Duty): Promise<Date | null> {
    const { clock, log } = this.#deps;
    try {
      return await duty(this.#deps);
    } catch (error) {
      if (!this.#isClosed)
        log.error({ err: error, duty: duty.name }, 'a duty failed, trying again');
      return fromNow(clock, RETRY_AFTER_MS);
    }
  }
}

function fromNow(clock: Clock, ms: number): Date {
  return new Date(clock.now().getTime() + ms);
}
