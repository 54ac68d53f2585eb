// Tasks as CSV that Excel opens right: a byte order mark so that Hangul is read, CRLF, every cell in quotes.
import { seoulDay } from '#server/seoul.schema.ts';
import { seoulTime } from '#client/ui/seoul.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

export const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** How the things of a task are called, in the language of whoever exports. */
export type CsvWords = {
  status: (task: TaskItem) => string;
  priority: (task: TaskItem) => string;
  team: (id: string) => string;
  person: (id: string | null) => string;
};

/** In the order of the columns; what each is called is the screen's to say. */
export const CSV_COLUMNS = [
  'title',
  'status',
  'priority',
  'team',
  'assignee',
  'creator',
  'dueDay',
  'dueTime',
  'labels',
  'checklistDone',
  'checklistTotal',
  'comments',
  'createdAt',
  'changedAt',
  'doneAt',
  'id',
] as const;

type CsvColumn = (typeof CSV_COLUMNS)[number];

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

export function csvCells(task: TaskItem, words: CsvWords): string[] {
  const cells: Record<CsvColumn, string> = {
    title: task.title,
    status: words.status(task),
    priority: words.priority(task),
    team: words.team(task.teamId),
    assignee: words.person(task.assigneeId),
    creator: words.person(task.creatorId),
    dueDay: task.dueOn ?? '',
    dueTime: task.dueAt === null ? '' : clockOf(task.dueAt),
    labels: task.labels.join(', '),
    checklistDone: String(task.checklist.done),
    checklistTotal: String(task.checklist.total),
    comments: String(task.commentCount),
    createdAt: momentOf(task.createdAt),
    changedAt: momentOf(task.updatedAt),
    doneAt: task.doneAt === null ? '' : momentOf(task.doneAt),
    id: task.id,
  };
  return CSV_COLUMNS.map((column) => cells[column]);
}

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** 2026-11-23 14:05, as in Seoul: a spreadsheet sorts it. */
function momentOf(at: Date): string {
  return `${seoulDay(at)} ${clockOf(at)}`;
}

function clockOf(at: Date): string {
  const { hour, minute } = seoulTime(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
