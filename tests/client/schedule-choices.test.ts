import { expect, test } from 'vitest';
import { scheduleChoices } from '#client/features/chat/schedule-choices.ts';

test.each([
  // Monday 10:00, Monday 18:30, Sunday 09:00, Saturday 17:59, all in Seoul.
  ['2026-11-23T01:00:00Z', ['tonight 11-23T09:00', 'tomorrow 11-24T00:00', 'monday 11-30T00:00']],
  ['2026-11-23T09:30:00Z', ['tomorrow 11-24T00:00', 'monday 11-30T00:00']],
  ['2026-11-22T00:00:00Z', ['tonight 11-22T09:00', 'tomorrow 11-23T00:00']],
  ['2026-11-28T08:59:00Z', ['tonight 11-28T09:00', 'tomorrow 11-29T00:00', 'monday 11-30T00:00']],
])('at %s', (now, choices) => {
  const said = scheduleChoices(new Date(now)).map(
    ({ name, at }) => `${name} ${at.toISOString().slice(5, 16)}`,
  );
  expect(said).toEqual(choices);
});
