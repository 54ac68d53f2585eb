// Tells of a reminder that falls due, once per browser: by a sound, and by a notification when one looks at none of its
// windows; neither in quiet hours. Takes the notification away when it is done, put off or removed, here or elsewhere.
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { reminds } from '#server/reminders/reminders.policy.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

type Parts = {
  viewer: () => { id: string; teamId: string | null };
  now: () => Date;
  wishesOfNow: () => Promise<{ isQuiet: boolean }>;
  isLeader: () => boolean;
  looksAt: () => string | null;
  ring: () => void;
  /** Returns how to take it away; null when nobody wants any here. */
  show: (reminder: ReminderItem) => (() => void) | null;
};

/** What is older was missed while this browser slept: the banner tells of it. */
const FRESH_MS = 60_000;

export class DueAlerter {
  readonly #parts: Parts;
  readonly #shown = new Map<string, () => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async hear(events: readonly ChangeEvent[]): Promise<void> {
    const fallen: ReminderItem[] = [];
    for (const event of events) {
      if (event.feature !== 'reminders') continue;
      this.#takeAway(event.id);
      if (this.#falls(event)) fallen.push(event.data as ReminderItem);
    }
    if (fallen.length === 0 || !this.#parts.isLeader()) return;
    if ((await this.#parts.wishesOfNow()).isQuiet) return;
    for (const reminder of fallen) this.#tell(reminder);
  }

  close(): void {
    for (const id of this.#shown.keys()) this.#takeAway(id);
  }

  #falls(event: ChangeEvent): boolean {
    if (event.gone === true || event.kind !== 'reminder.due') return false;
    const isFresh = this.#parts.now().getTime() - event.at.getTime() <= FRESH_MS;
    return isFresh && reminds(this.#parts.viewer(), event.data as ReminderItem);
  }

  #tell(reminder: ReminderItem): void {
    this.#parts.ring();
    const close = this.#parts.looksAt() === null ? this.#parts.show(reminder) : null;
    if (close !== null) this.#shown.set(reminder.id, close);
  }

  #takeAway(id: string): void {
    this.#shown.get(id)?.();
    this.#shown.delete(id);
  }
}
