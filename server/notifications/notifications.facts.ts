// What a notice keeps of its own, as texts: everything else is read from where it stands now.
import type { NoticeItem, OverdueNumbers } from './notifications.schema.ts';

type Facts = Record<string, string>;
type Kept = Pick<NoticeItem, 'no' | 'dueAt' | 'overdue'>;

export function factsOf({ no, dueAt, overdue }: Kept): Facts {
  const facts: Record<string, number> = {
    ...(no === null ? {} : { no }),
    ...(dueAt === null ? {} : { dueAtMs: dueAt.getTime() }),
    ...overdue,
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
}

export function keptIn(facts: Facts): Pick<NoticeItem, 'dueAt' | 'overdue'> {
  const { dueAtMs } = facts;
  return {
    dueAt: dueAtMs === undefined ? null : new Date(Number(dueAtMs)),
    overdue: overdueIn(facts),
  };
}

function overdueIn(facts: Facts): OverdueNumbers | null {
  const { lateTasks, todaysTasks, reminders } = facts;
  if (lateTasks === undefined) return null;
  return {
    lateTasks: Number(lateTasks),
    todaysTasks: Number(todaysTasks),
    reminders: Number(reminders),
  };
}
