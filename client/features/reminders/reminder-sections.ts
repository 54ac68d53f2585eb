// Open reminders by how near they are, in Seoul's days; weeks begin on Monday.
import { addDays, seoulDay, startOfSeoulDay } from '#server/seoul.schema.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

export const SECTIONS = ['late', 'today', 'week', 'later'] as const;
export type SectionName = (typeof SECTIONS)[number];

export function sectionsOf(
  reminders: readonly ReminderItem[],
  now: Date,
): Record<SectionName, ReminderItem[]> {
  const today = seoulDay(now);
  const tomorrow = startOfSeoulDay(addDays(today, 1));
  const nextMonday = startOfSeoulDay(addDays(today, 7 - ((weekdayOf(today) + 6) % 7)));
  const nameOf = ({ dueAt }: ReminderItem): SectionName => {
    if (dueAt <= now) return 'late';
    if (dueAt < tomorrow) return 'today';
    return dueAt < nextMonday ? 'week' : 'later';
  };
  const sections: Record<SectionName, ReminderItem[]> = {
    late: [],
    today: [],
    week: [],
    later: [],
  };
  for (const reminder of reminders) sections[nameOf(reminder)].push(reminder);
  return sections;
}
