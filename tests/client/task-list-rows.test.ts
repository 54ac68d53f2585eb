import { expect, test } from 'vitest';
import { isGroupFolded, type ListGroup, listRows } from '#client/features/tasks/list-rows.ts';

const open: ListGroup = { id: 'open', title: null, count: null, filter: {} };
const done: ListGroup = { id: 'done', title: '완료', count: 3, filter: {}, startsFolded: true };

test('a group that starts folded shows its head only, until it is turned', () => {
  const drawn = (turned: string[]) =>
    listRows([open, done], new Map(), new Set(turned)).map(({ id }) => id);

  expect(drawn([])).toEqual(['wait open', 'head done']);
  expect(drawn(['done'])).toEqual(['wait open', 'head done', 'wait done']);
});

test('turning folds what was unfolded, too', () => {
  const team: ListGroup = { id: 'team', title: '영업팀', count: 1, filter: {} };
  expect(isGroupFolded(team, new Set())).toBe(false);
  expect(isGroupFolded(team, new Set(['team']))).toBe(true);
  expect(isGroupFolded(done, new Set(['done']))).toBe(false);
});
