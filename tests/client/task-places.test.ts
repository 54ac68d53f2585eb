// Where a card or a day's task goes, and what a quick change is taken back to.
import { expect, test } from 'vitest';
import { calendarDays, listedDays, onDay } from '#client/features/tasks/calendar-days.ts';
import { columnKeyOf, placeAt, placeBack } from '#client/features/tasks/board-place.ts';
import { besideOnBoard } from '#client/features/tasks/board-steps.ts';
import { before, beforeBulk } from '#client/features/tasks/use-task-change.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

function card(id: string, rank: string, known: Partial<TaskItem> = {}): TaskItem {
  return { id, rank, status: 'todo', dueOn: null, dueAt: null, ...known } as unknown as TaskItem;
}

const column = { id: 'doing', key: 'doing', title: '진행 중', count: 3 };
const tasks = [card('a', 'a0'), card('b', 'a1'), card('c', 'a2')];

test('a card comes below the one above its place, or above the first', () => {
  const into = { by: 'status' as const, column, tasks };
  const task = card('x', 'a5');
  expect(placeAt(task, { ...into, at: 1 })).toEqual({ status: 'doing', afterId: 'a', rank: 'a0V' });
  expect(placeAt(task, { ...into, at: 0 })).toMatchObject({ beforeId: 'a' });
  expect(placeAt(task, { ...into, at: 3 })).toMatchObject({ afterId: 'c', rank: 'a3' });
  expect(placeAt(task, { ...into, at: 0, tasks: [] })).toEqual({ status: 'doing', rank: 'a0' });
});

test('a card that is put back where it was does not move', () => {
  const [, b] = tasks;
  if (b === undefined) throw new Error('no card');
  expect(placeAt(b, { by: 'status', column, at: 1, tasks })).toBeNull();
  expect(placeAt(b, { by: 'status', column, at: 2, tasks })).toMatchObject({ afterId: 'c' });
});

test('a column of a person gives the card to them, that of nobody takes it away', () => {
  const into = { by: 'assignee' as const, at: 0, tasks: [] };
  expect(placeAt(card('x', 'a5'), { ...into, column: { ...column, key: 'ana' } })).toMatchObject({
    assigneeId: 'ana',
  });
  expect(placeAt(card('x', 'a5'), { ...into, column: { ...column, key: null } })).toMatchObject({
    assigneeId: null,
  });
});

test('a move is undone to the column and the place from before, and says which move it undoes', () => {
  const task = card('x', 'a5', { status: 'todo', assigneeId: 'ana', version: 7 });
  const back = { rank: 'a5', version: 8 };
  expect(placeBack(task, 'status', 8)).toEqual({ status: 'todo', rank: 'a5', back });
  expect(placeBack(task, 'assignee', 8)).toEqual({ assigneeId: 'ana', rank: 'a5', back });
  expect([columnKeyOf(task, 'status'), columnKeyOf(task, 'assignee')]).toEqual(['todo', 'ana']);
});

test('arrows go to the next card, over empty columns, and not beyond the edge', () => {
  const lists = [tasks, [], [card('d', 'a0')]];
  expect(besideOnBoard(lists, 'down', null)).toBe('a');
  expect(besideOnBoard(lists, 'down', 'a')).toBe('b');
  expect(besideOnBoard(lists, 'up', 'a')).toBeNull();
  expect(besideOnBoard(lists, 'right', 'c')).toBe('d');
  expect(besideOnBoard(lists, 'left', 'd')).toBe('a');
});

test('a calendar has whole weeks from Sunday on', () => {
  const november = calendarDays('2026-11');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-11-01', '2026-12-05', 35]);
  const february = calendarDays('2026-02');
  expect([february[0], february.length]).toEqual(['2026-02-01', 28]);
  const august = calendarDays('2026-08');
  expect([august[0], august.at(-1)]).toEqual(['2026-07-26', '2026-09-05']);
});

test('beneath a small month stand the chosen day and the days after it that have tasks', () => {
  const byDay = new Map([
    ['2026-11-03', [card('a', 'a0')]],
    ['2026-11-10', [card('b', 'a1')]],
  ]);
  const days = calendarDays('2026-11');
  expect(listedDays(days, byDay, '2026-11-05')).toEqual(['2026-11-05', '2026-11-10']);
});

test('a task put on another day keeps its time in Seoul', () => {
  const dueAt = new Date('2026-11-23T15:30:00Z'); // 00:30 on the 24th
  expect(onDay(card('a', 'a0', { dueOn: '2026-11-24', dueAt }), '2026-12-01')).toEqual({
    dueAt: new Date('2026-11-30T15:30:00Z'),
  });
  expect(onDay(card('a', 'a0', { dueOn: '2026-11-24' }), '2026-12-01')).toEqual({
    dueOn: '2026-12-01',
  });
});

test('taking back a change says only what the change said', () => {
  const dueAt = new Date('2026-11-23T05:00:00Z');
  const task = card('a', 'a0', { dueOn: '2026-11-23', dueAt, assigneeId: 'ana' });
  expect(before(task, { status: 'done' })).toEqual({ status: 'todo' });
  expect(before(task, { dueOn: null })).toEqual({ dueAt });
  expect(before(task, { assigneeId: null })).toEqual({ assigneeId: 'ana' });
});

test('a change of many is undone to what each of them was', () => {
  const task = card('x', 'a5', { labels: ['견적'], teamId: 'sales', assigneeId: null });
  expect(beforeBulk(task, { addLabels: ['급함'], assigneeId: 'ana' })).toEqual({
    labels: ['견적'],
    assigneeId: null,
  });
  expect(beforeBulk(task, { teamId: 'design', status: 'done' })).toEqual({
    teamId: 'sales',
    status: 'todo',
  });
});
