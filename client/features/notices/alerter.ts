// Tells of what is new, once per browser: by a sound when one looks elsewhere, and by a notification when one looks at
// none of its windows; not in their quiet hours, unless it is urgent. Takes notifications away again when what they are about was seen, here or elsewhere.
import type { ChangeEvent } from '#server/live/live.schema.ts';
import type { NoticeKind } from '#server/notifications/notifications.schema.ts';
import { type Alert, alertOf, endsAlert, waysToTell } from './alerts.ts';

type Rooms = Parameters<typeof alertOf>[1]['rooms'];

/** How they want to be told, as of now. */
type Wishes = { isQuiet: boolean; offKinds: readonly NoticeKind[] };

const TELLING = new Set(['message.posted', 'notification.created', 'notification.returned']);

export type AlerterParts = {
  viewerId: string;
  now: () => Date;
  roomsOfNow: () => Promise<Rooms>;
  wishesOfNow: () => Promise<Wishes>;
  isLeader: () => boolean;
  looksAt: () => string | null;
  ring: () => void;
  /** Returns how to take it away; null when nobody wants any here. */
  show: (alert: Alert) => (() => void) | null;
};

type Shown = { alert: Alert; close: () => void };

export class Alerter {
  readonly #parts: AlerterParts;
  readonly #shown = new Map<string, Shown>();

  constructor(parts: AlerterParts) {
    this.#parts = parts;
  }

  async hear(events: readonly ChangeEvent[]): Promise<void> {
    for (const event of events) this.#takeAway(event);
    const mayTell = events.some(({ kind }) => TELLING.has(kind));
    if (!mayTell || !this.#parts.isLeader()) return;
    const { viewerId, now, roomsOfNow, wishesOfNow } = this.#parts;
    const [rooms, { isQuiet, offKinds }] = await Promise.all([roomsOfNow(), wishesOfNow()]);
    for (const event of events) {
      const alert = alertOf(event, { viewerId, rooms, offKinds, now: now() });
      if (alert !== null && (alert.isUrgent || !isQuiet)) this.#tell(alert);
    }
  }

  close(): void {
    for (const { close } of this.#shown.values()) close();
    this.#shown.clear();
  }

  #tell(alert: Alert): void {
    const ways = waysToTell(alert, this.#parts.looksAt());
    if (ways.sound) this.#parts.ring();
    const close = ways.note ? this.#parts.show(alert) : null;
    if (close !== null) this.#shown.set(alert.subjectId, { alert, close });
  }

  #takeAway(event: ChangeEvent): void {
    for (const [tag, { alert, close }] of this.#shown) {
      if (!endsAlert(alert, event, this.#parts.viewerId)) continue;
      close();
      this.#shown.delete(tag);
    }
  }
}
