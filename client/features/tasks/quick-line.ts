// A task in one line, "@김민수 !높음 내일 3시 #견적 견적서 보내기": who, how urgent, when and which labels; what is left is
// the title, and so is whatever was not understood. Korean and English, in Seoul's days. Pure.
import { type CalledName, type Colleague, namesIn } from '#client/ui/called-names.ts';
import { readOnce } from '#client/words/moment-words.ts';
import { cut, type Found } from '#client/words/phrase.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { TASK_LABEL_MAX, TASK_LABELS_MAX, type TaskPriority } from '#server/tasks/tasks.schema.ts';

export type QuickTask = {
  title: string;
  assigneeId: string | null;
  priority: TaskPriority | null;
  labels: string[];
  dueOn: string | null;
  dueAt: Date | null;
  /** Names that stay in the title, because they do not mean one person who is free to be in charge. */
  unplaced: CalledName[];
};

type Office = { now: Date; colleagues: readonly Colleague[]; viewerId?: string };

export function readQuickLine(written: string, { now, ...office }: Office): QuickTask {
  const line = written.normalize('NFC');
  const names = namesIn(line, office);
  const person = names.find(({ candidates }) => candidates.length === 1) ?? null;
  const withoutPerson = cut(line, person && { ...person, value: person.candidates });
  const priority = findPriority(withoutPerson);
  const { labels, rest } = takeLabels(cut(withoutPerson, priority));
  const due = readOnce(rest, now);
  return {
    title: due.rest,
    assigneeId: person?.candidates[0]?.id ?? null,
    priority: priority?.value ?? null,
    labels,
    dueOn: due.at === null ? due.day : seoulDay(due.at),
    dueAt: due.at,
    unplaced: names.filter((name) => name !== person),
  };
}

const PRIORITIES: Record<string, TaskPriority> = {
  낮음: 'low',
  보통: 'normal',
  높음: 'high',
  긴급: 'urgent',
  low: 'low',
  normal: 'normal',
  high: 'high',
  urgent: 'urgent',
};
const PRIORITY = /(?<!\S)!(\S+)/g;

function findPriority(line: string): Found<TaskPriority> | null {
  for (const match of line.matchAll(PRIORITY)) {
    const value = PRIORITIES[(match[1] ?? '').toLowerCase()];
    if (value !== undefined) return { text: match[0], at: match.index, value };
  }
  return null;
}

const LABEL = /(?<!\S)#(\S+)/g;

function takeLabels(line: string): { labels: string[]; rest: string } {
  const labels = new Set<string>();
  const rest = line.replaceAll(LABEL, (whole, label: string) => {
    if (label.length > TASK_LABEL_MAX || labels.size >= TASK_LABELS_MAX) return whole;
    labels.add(label);
    return ' ';
  });
  return { labels: [...labels], rest };
}
