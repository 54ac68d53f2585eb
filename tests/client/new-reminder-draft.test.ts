import { expect, test } from 'vitest';
import { keptOf, UNWRITTEN, writtenOf } from '#client/features/reminders/new-reminder-draft.ts';

const WHOLE = {
  text: '내일 9시 거래처 전화',
  chosen: {
    dueAt: new Date('2026-12-01T06:00:00Z'),
    repeat: null,
    forUserIds: ['a', 'b'],
    forTeamId: 'team',
    subject: { kind: 'task' as const, id: 'c' },
    warnMinutes: 10,
  },
};

test('the line and everything chosen beside it come back', () => {
  expect(writtenOf(keptOf(WHOLE))).toEqual(WHOLE);
  const plain = { ...UNWRITTEN, text: '거래처 전화' };
  expect(writtenOf(keptOf(plain))).toEqual(plain);
});

test('without a line nothing is kept', () => {
  expect(keptOf({ ...WHOLE, text: ' ' })).toBe('');
  expect(writtenOf('')).toEqual(UNWRITTEN);
});

test.each(['거래처 전화', '3', '{중요} 전화'])(
  'a line that was kept alone is still that line: %s',
  (line) => {
    expect(writtenOf(line)).toEqual({ ...UNWRITTEN, text: line });
  },
);
