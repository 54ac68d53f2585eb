import { afterEach, describe, expect, test } from 'vitest';
import { sectionsOf } from '#client/features/reminders/reminder-sections.ts';
import { repeatName } from '#client/features/reminders/repeat-name.ts';
import { SNOOZE_CHOICES, snoozeUntil } from '#client/features/reminders/snooze-choices.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

const seoul = (wall: string) => new Date(`${wall}+09:00`);
const zoneBefore = process.env['TZ'];

afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

function due(wall: string): ReminderItem {
  return {
    id: wall,
    title: '전화',
    dueAt: seoul(wall),
    repeat: null,
    warnMinutes: null,
    subject: null,
    ownerId: 'me',
    forUserIds: ['me'],
    forTeamId: null,
    state: 'scheduled',
    firedAt: null,
    teamUserIds: [],
    mySnoozedUntil: null,
    doneBy: null,
    doneAt: null,
    version: 1,
  };
}

describe.each(['UTC', 'America/Los_Angeles', 'Asia/Seoul'])('with the browser in %s', (zone) => {
  test.each([
    ['2026-11-25T10:00:00', '2026-11-25T09:59:00', 'late'],
    ['2026-11-25T10:00:00', '2026-11-25T10:00:00', 'late'],
    ['2026-11-25T10:00:00', '2026-11-25T23:59:59', 'today'],
    ['2026-11-25T10:00:00', '2026-11-26T00:00:00', 'week'],
    ['2026-11-25T10:00:00', '2026-11-29T23:59:59', 'week'],
    ['2026-11-25T10:00:00', '2026-11-30T00:00:00', 'later'],
    ['2026-11-29T23:59:59', '2026-11-30T00:00:00', 'later'],
    ['2026-11-30T00:00:00', '2026-12-01T00:00:00', 'week'],
  ] as const)('at %s what is due at %s stands under "%s"', (now, at, section) => {
    process.env['TZ'] = zone;
    const sections = sectionsOf([due(at)], seoul(now));
    expect(Object.entries(sections).filter(([, all]) => all.length > 0)).toMatchObject([
      [section, [{}]],
    ]);
  });

  test('later is in ten minutes, in an hour, or tomorrow at nine in Seoul', () => {
    process.env['TZ'] = zone;
    const now = seoul('2026-12-31T23:55:00');
    expect(SNOOZE_CHOICES.map((choice) => snoozeUntil(choice, now))).toEqual([
      seoul('2027-01-01T00:05:00'),
      seoul('2027-01-01T00:55:00'),
      seoul('2027-01-01T09:00:00'),
    ]);
  });
});

test.each([
  [null, 'none'],
  ['FREQ=DAILY', 'daily'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'weekdays'],
  ['FREQ=MONTHLY', 'monthly'],
  ['FREQ=WEEKLY;INTERVAL=2', 'other'],
] as const)('%s is called %s', (rule, name) => {
  expect(repeatName(rule)).toBe(name);
});
