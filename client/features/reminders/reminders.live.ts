// What an event does to an answer about reminders. Pure; held against fresh answers in tests/live. A snooze is one's
// own: events for several people say nothing about it, so what this person knows of theirs stays.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changePage, type Stretch } from '#client/live/pages.ts';
import { PAGE_DEFAULT, PAGE_MAX } from '#server/atoms.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import {
  compareReminderKeys,
  decodeReminderCursor,
  matchesReminderFilter,
  type ReminderKey,
  reminderKey,
} from '#server/reminders/reminders.order.schema.ts';
import { reminds, seesReminder } from '#server/reminders/reminders.policy.ts';
import type { ListRemindersInput, ReminderItem } from '#server/reminders/reminders.schema.ts';

type ReminderPaths = 'reminders.list' | 'reminders.get' | 'reminders.banner';

export const remindersLive: Pick<LiveHandlers, ReminderPaths> = {
  'reminders.list': (page, event, { input }) => {
    if (event.feature !== 'reminders') return page;
    const filter: ListRemindersInput = {
      ...input,
      sort: input?.sort ?? 'due',
      limit: input?.limit ?? PAGE_DEFAULT,
    };
    const known = page.items.find((item) => item.id === event.id);
    if (known !== undefined && isOwnSnooze(event, known)) return withSnooze(page, event);
    if (event.kind === 'reminder.snoozed') return page;
    const row = event.gone ? null : rowOf(event, known);
    return changePage(page, {
      id: event.id,
      version: event.version,
      row: row !== null && matchesReminderFilter(row, filter) ? row : null,
      keyOf: (item) => reminderKey(item, filter.sort),
      compare: compareReminderKeys,
      stretch: stretchOf(filter.cursor, page.nextCursor),
    });
  },

  'reminders.get': (answer, event, { input }) => {
    if (event.feature !== 'reminders' || event.id !== input.id) return answer;
    if (isOwnSnooze(event, answer.item)) {
      const { mySnoozedUntil } = event.data as ReminderItem;
      return { ...answer, item: { ...answer.item, mySnoozedUntil } };
    }
    if (event.version <= answer.item.version) return answer;
    return event.gone ? 'ask again' : { ...answer, item: rowOf(event, answer.item) };
  },

  'reminders.banner': (answer, event, { viewer, now }) => {
    if (event.feature !== 'reminders') return answer;
    const known = answer.items.find((item) => item.id === event.id);
    const row = event.gone ? null : rowOf(event, known);
    const isThere =
      row !== null &&
      row.state === 'due' &&
      seesReminder(viewer, row) &&
      reminds(viewer, row) &&
      (row.mySnoozedUntil === null || row.mySnoozedUntil <= now);
    const mayBring = event.kind === 'reminder.due' || event.kind === 'reminder.snoozed';
    if (known === undefined && !(isThere && mayBring)) return answer;
    if (known !== undefined && answer.items.length >= PAGE_MAX && !isThere) return 'ask again';
    const others = answer.items.filter((item) => item.id !== event.id);
    if (!isThere) return { ...answer, items: others };
    const items = [...others, row].toSorted((a, b) =>
      compareReminderKeys(reminderKey(a, 'due'), reminderKey(b, 'due')),
    );
    return { ...answer, items: items.slice(0, PAGE_MAX) };
  },
};

/** Somebody snoozed it for themselves, or their snooze is over: the reminder itself did not change. */
function isOwnSnooze(event: ChangeEvent, known: ReminderItem): boolean {
  if (event.gone) return false;
  return (
    event.kind === 'reminder.snoozed' ||
    (event.kind === 'reminder.due' && event.version === known.version)
  );
}

function withSnooze<Page extends { items: ReminderItem[] }>(page: Page, event: ChangeEvent): Page {
  const { id, mySnoozedUntil } = event.data as ReminderItem;
  return {
    ...page,
    items: page.items.map((item) => (item.id === id ? { ...item, mySnoozedUntil } : item)),
  };
}

/** Only a change that leaves it due leaves a snooze as it was; everything else ends it for everybody. */
function rowOf(event: ChangeEvent, known: ReminderItem | undefined): ReminderItem {
  const item = event.data as ReminderItem;
  const isKept = event.kind === 'reminder.changed' && item.state === 'due';
  return isKept ? { ...item, mySnoozedUntil: known?.mySnoozedUntil ?? null } : item;
}

function stretchOf(from: string | undefined, to: string | null): Stretch<ReminderKey> {
  return {
    from: from === undefined ? null : (decodeReminderCursor(from) ?? null),
    to: to === null ? null : (decodeReminderCursor(to) ?? null),
  };
}
