// The reminder somebody is writing, as it is kept in the browser: the line and what they chose beside it. Pure.
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import type { Recipients } from './recipients-picker.tsx';

export type Chosen = { dueAt?: Date; repeat?: string | null } & Recipients &
  Pick<ReminderItem, 'subject' | 'warnMinutes'>;

export type Written = { text: string; chosen: Chosen };

const NOTHING: Chosen = { forUserIds: [], forTeamId: null, subject: null, warnMinutes: null };
export const UNWRITTEN: Written = { text: '', chosen: NOTHING };

/** Without a line there is nothing to come back to. */
export function keptOf(written: Written): string {
  return written.text.trim() === '' ? '' : JSON.stringify(written);
}

/** What was kept before there was anything beside the line is the line alone. */
export function writtenOf(kept: string): Written {
  if (kept === '') return UNWRITTEN;
  const parsed = parsedOf(kept);
  if (parsed === null) return { text: kept, chosen: NOTHING };
  const { dueAt, ...chosen } = parsed.chosen;
  const at = dueAt === undefined ? {} : { dueAt: new Date(dueAt) };
  return { text: parsed.text, chosen: { ...NOTHING, ...chosen, ...at } };
}

type Kept = { text: string; chosen: Omit<Chosen, 'dueAt'> & { dueAt?: string } };

function parsedOf(kept: string): Kept | null {
  if (!kept.startsWith('{')) return null;
  try {
    return JSON.parse(kept) as Kept;
  } catch {
    return null; // a line that begins like that
  }
}
