import { expect, test } from 'vitest';
import { taskStream } from '#client/features/tasks/task-stream.ts';
import type { TaskChange } from '#server/tasks/tasks.activity.schema.ts';
import type { TaskComment } from '#server/tasks/tasks.schema.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));

function comment(id: string, minute: number): TaskComment {
  const said = { authorId: 'ana', body: '네', mentionIds: [], files: [] };
  return { id, taskId: 'task', ...said, version: 1, createdAt: at(minute) };
}

function change(id: string, minute: number): TaskChange {
  const field = { field: 'status', before: 'todo', after: 'done' };
  return { id, taskId: 'task', actorId: 'ben', ...field, at: at(minute) };
}

const ids = (stream: ReturnType<typeof taskStream>) => stream.map((item) => item.id);

test('comments and changes stand in one stream, by time', () => {
  const stream = taskStream(
    { items: [comment('c1', 1), comment('c2', 5)], hasMore: false },
    { items: [change('x1', 0), change('x2', 3)], hasMore: false },
  );
  expect(ids(stream)).toEqual(['x1', 'c1', 'x2', 'c2']);
});

test('nothing is shown that something not loaded yet could stand before', () => {
  const stream = taskStream(
    { items: [comment('c1', 1), comment('c2', 5)], hasMore: true },
    { items: [change('x1', 0), change('x2', 7)], hasMore: false },
  );
  expect(ids(stream)).toEqual(['x1', 'c1', 'c2']);
  expect(
    taskStream({ items: [], hasMore: true }, { items: [change('x', 1)], hasMore: false }),
  ).toEqual([]);
});
