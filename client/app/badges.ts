import type { NavCounts } from '#server/nav/nav.schema.ts';

type Counts = Pick<NavCounts, 'chat' | 'reminders' | 'taskNotices'>;

/**
 * What somebody waits for me to see: unread messages (of rooms that are not muted), due reminders, notices of tasks. A
 * message that calls me is counted once, as the message it is.
 */
export function waitingIn(counts: Counts | undefined): number {
  return counts === undefined ? 0 : counts.chat + counts.reminders + counts.taskNotices;
}

/** What I read at once never shows: the room I look at takes about as long to say that it is read. */
const RISES_AFTER_MS = 800;

/** Falls at once, and rises when it has stood a moment. */
export class Badges {
  readonly #show: (count: number) => void;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (count: number) => void) {
    this.#show = show;
  }

  set(count: number): void {
    clearTimeout(this.#timer);
    if (count <= this.#shown) this.#write(count);
    else this.#timer = setTimeout(() => this.#write(count), RISES_AFTER_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#write(0);
  }

  #write(count: number): void {
    this.#shown = count;
    this.#show(count);
  }
}
