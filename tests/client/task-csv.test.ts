import { expect, test } from 'vitest';
import { CSV_COLUMNS, csvCells, csvLine, type CsvWords } from '#client/features/tasks/task-csv.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

const words: CsvWords = {
  status: () => '진행 중',
  priority: () => '높음',
  team: () => '영업팀',
  person: (id) => (id === null ? '' : '김민수'),
};

const at = new Date('2026-11-23T15:30:00Z');
const task: TaskItem = {
  id: 'b7c1',
  title: '견적서 보내기',
  status: 'doing',
  priority: 'high',
  teamId: 'sales',
  assigneeId: null,
  creatorId: 'minsu',
  watcherIds: [],
  labels: ['견적', '급함'],
  dueOn: '2026-11-24',
  dueAt: at,
  rank: 'a0',
  commentCount: 3,
  checklist: { done: 2, total: 4 },
  repeat: null,
  repeatFrom: 'due',
  version: 1,
  createdAt: at,
  updatedAt: at,
  doneAt: null,
};

test('a line has every cell in quotes and ends as Excel ends its lines', () => {
  expect(csvLine(['한글', 'a,b', '두\n줄'])).toBe('"한글","a,b","두\n줄"\r\n');
});

test('quotes within a cell are doubled', () => {
  expect(csvLine(['"급함" 표시'])).toBe('"""급함"" 표시"\r\n');
});

test.each(['=1+1', '+82 10', '-5%', '@SUM(A1)', '\t=1', '\r=1', ' =cmd'])(
  'a cell that begins like a formula is made a text: %j',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);

test('a sign later on, or a day, is left as it is', () => {
  expect(csvLine(['견적 = 계약', '2026-11-24', '2-4'])).toBe(
    '"견적 = 계약","2026-11-24","2-4"\r\n',
  );
});

test('a task has one cell for each column, with days and times as in Seoul', () => {
  const cells = csvCells(task, words);
  expect(Object.fromEntries(CSV_COLUMNS.map((column, place) => [column, cells[place]]))).toEqual({
    title: '견적서 보내기',
    status: '진행 중',
    priority: '높음',
    team: '영업팀',
    assignee: '',
    creator: '김민수',
    dueDay: '2026-11-24',
    dueTime: '00:30',
    labels: '견적, 급함',
    checklistDone: '2',
    checklistTotal: '4',
    comments: '3',
    createdAt: '2026-11-24 00:30',
    changedAt: '2026-11-24 00:30',
    doneAt: '',
    id: 'b7c1',
  });
});
