// Midnight in Seoul, wherever the machine stands: in the last millisecond of a day everything is of that day, in the
// first of the next one of the next, and the day begins once with two processes running.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runNode } from '#tests/support/run-node.ts';

const REPORT = fileURLToPath(import.meta.resolve('#tests/support/day-report.ts'));

/** How many minutes UTC is ahead of the machine: each really stands where it is said to. */
const ZONES = [
  ['UTC', 0],
  ['America/Los_Angeles', 480],
  ['Asia/Seoul', -540],
] as const;

const NINE = 'T00:00:00.000Z'; // in Seoul

const before = {
  today: '2026-11-30',
  month: '2026-11-01',
  days: ['오늘', '내일'],
  twoHoursAgo: '오후 9:59',
  now: '오늘 오후 11:59',
  tomorrowAtNine: `2026-12-01${NINE}`,
  nextMonday: '2026-12-07',
  snoozed: `2026-12-01${NINE}`,
  sendLater: [`tomorrow 2026-12-01${NINE}`, `monday 2026-12-07${NINE}`],
  reminders: ['late', 'week', 'week', 'later'],
  overdue: [true, false, false, false],
  promotions: ['scheduled', 'ending', 'running', 'running'],
};

const after = {
  today: '2026-12-01',
  month: '2026-12-01',
  days: ['어제', '오늘'],
  twoHoursAgo: '어제 오후 10:00',
  now: '오늘 오전 12:00',
  tomorrowAtNine: `2026-12-02${NINE}`,
  nextMonday: '2026-12-07',
  snoozed: `2026-12-02${NINE}`,
  sendLater: [
    'tonight 2026-12-01T09:00:00.000Z',
    `tomorrow 2026-12-02${NINE}`,
    `monday 2026-12-07${NINE}`,
  ],
  reminders: ['late', 'late', 'today', 'later'],
  overdue: [true, true, false, true],
  promotions: ['running', 'ended', 'ending', 'running'],
};

const office = {
  before: {
    counts: { tasks: 2, promotions: 1, reminders: 0 },
    late: ['2026-11-29'],
    running: ['끝난 것', '내일까지'],
    banner: [],
  },
  after: {
    counts: { tasks: 3, promotions: 2, reminders: 1 },
    late: ['2026-11-29', '2026-11-30'],
    running: ['내일까지', '시작하는 것'],
    banner: ['자정'],
  },
  days: ['2026-12-01'],
};

test.each(ZONES)(
  'the day turns at midnight in Seoul with the machine in %s',
  async (zone, offset) => {
    const env = { TZ: zone, DATABASE_URL: process.env['DATABASE_URL'] ?? '' };
    const { code, stdout, stderr } = await runNode([REPORT], env);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ offset, before, after, office });
  },
  60_000,
);
