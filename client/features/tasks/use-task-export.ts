// Everything that a list's filters mean, in its order, as a file. The browser pages through it, and makes the text page by
// page, so that nothing stands still meanwhile.
import { useEffect, useRef, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { PAGE_MAX } from '#server/atoms.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { BYTE_ORDER_MARK, CSV_COLUMNS, csvCells, csvLine, type CsvWords } from './task-csv.ts';
import type { TaskFilter } from './tasks.search.ts';

export type ExportFormat = 'csv' | 'json';

/** `head`, then what `piece` makes of each page, then `foot`. */
type Writer = {
  type: string;
  head: string;
  piece: (tasks: readonly TaskItem[], isFirst: boolean) => string;
  foot: string;
};

export function useTaskExport(filter: TaskFilter) {
  const t = useText('tasks');
  const { client } = trpc.useUtils();
  const writerOf = useWriters();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function write(format: ExportFormat, signal: AbortSignal): Promise<number> {
    const { sort = 'rank', ...asked } = filter;
    const { items } = await client.tasks.groups.query({ ...asked, by: 'status' }, { signal });
    const total = items.reduce((sum, { count }) => sum + count, 0);
    const writer = writerOf(format);
    const pieces = [writer.head];
    const written = new Set<string>();
    let cursor: string | null | undefined;
    while (cursor !== null) {
      setProgress({ done: written.size, total });
      const input = { ...asked, sort, limit: PAGE_MAX, ...(cursor && { cursor }) };
      const page = await client.tasks.list.query(input, { signal });
      // One that moved down the list meanwhile comes again.
      const fresh = page.items.filter(({ id }) => !written.has(id));
      if (fresh.length > 0) pieces.push(writer.piece(fresh, written.size === 0));
      for (const { id } of fresh) written.add(id);
      cursor = page.nextCursor;
    }
    pieces.push(writer.foot);
    const name = `${t('title')} ${seoulDay(new Date())}.${format}`;
    download(new Blob(pieces, { type: writer.type }), name);
    return written.size;
  }

  async function start(format: ExportFormat) {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, total: 0 });
    try {
      toastDone(t('export.done', { count: await write(format, controller.signal) }));
    } catch (error) {
      if (!controller.signal.aborted) toastFailed(error);
    } finally {
      setProgress(null);
    }
  }
  return {
    progress,
    start: (format: ExportFormat) => void start(format),
    cancel: () => running.current?.abort(),
  };
}

function useWriters(): (format: ExportFormat) => Writer {
  const t = useText('tasks');
  const { personOf, teamOf } = usePeople();
  const words: CsvWords = {
    status: ({ status }) => t(`statuses.${status}`),
    priority: ({ priority }) => t(`priorities.${priority}`),
    team: (id) => teamOf(id)?.name ?? '',
    person: (id) => (id === null ? '' : (personOf(id)?.name ?? '')),
  };
  const asCsv: Writer = {
    type: 'text/csv;charset=utf-8',
    head: BYTE_ORDER_MARK + csvLine(CSV_COLUMNS.map((column) => t(`export.columns.${column}`))),
    piece: (tasks) => tasks.map((task) => csvLine(csvCells(task, words))).join(''),
    foot: '',
  };
  const named = (task: TaskItem) => ({
    ...task,
    team: words.team(task.teamId),
    assignee: task.assigneeId === null ? null : words.person(task.assigneeId),
    creator: words.person(task.creatorId),
  });
  const asJson: Writer = {
    type: 'application/json',
    head: '[\n',
    piece: (tasks, isFirst) =>
      (isFirst ? '' : ',\n') + tasks.map((task) => JSON.stringify(named(task))).join(',\n'),
    foot: '\n]\n',
  };
  return (format) => ({ csv: asCsv, json: asJson })[format];
}

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
