import { expect, test } from 'vitest';
import { fittingTask } from '#client/features/tasks/fitting-task.ts';
import { readQuickLine } from '#client/features/tasks/quick-line.ts';
import type { TaskFilter } from '#client/features/tasks/tasks.search.ts';

/** Monday, 23 November 2026, 10:00 in Seoul. */
const now = new Date('2026-11-23T01:00:00Z');
const colleagues = [{ id: 'minsu', name: '김민수', username: 'minsu' }];
const fitting = (line: string, filter: TaskFilter) =>
  fittingTask(readQuickLine(line, { now, colleagues, viewerId: 'me' }), {
    filter,
    viewerId: 'me',
    teamId: 'mine',
    now,
  });

test.each<[TaskFilter, object]>([
  [{}, { assigneeId: null, teamId: 'mine', dueOn: null, labels: [] }],
  [{ mine: true }, { assigneeId: 'me' }],
  [{ assigneeId: 'minsu' }, { assigneeId: 'minsu' }],
  [{ teamId: 'theirs' }, { teamId: 'theirs' }],
  [{ label: '견적' }, { labels: ['견적'] }],
  [{ status: ['doing'] }, { status: 'doing' }],
  [{ dueTo: '2026-11-23' }, { dueOn: '2026-11-23' }],
  [{ dueFrom: '2026-12-01', dueTo: '2026-12-31' }, { dueOn: '2026-12-01' }],
  [{ dueTo: '2026-11-01' }, { dueOn: null }],
])('under %j a new task is one that fits', (filter, expected) => {
  expect(fitting('전화', filter)).toMatchObject(expected);
});

test('what the line says counts more than the filters', () => {
  const filter: TaskFilter = { mine: true, dueTo: '2026-11-23', label: '견적' };
  expect(fitting('@김민수 내일 #급함 전화', filter)).toMatchObject({
    assigneeId: 'minsu',
    dueOn: '2026-11-24',
    labels: ['견적', '급함'],
  });
});
