import { expect, test, vi } from 'vitest';
import { DueAlerter } from '#client/features/reminders/due-alerter.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

const now = new Date('2026-11-23T01:00:00Z');

function event(kind: string, more: Partial<ReminderItem> = {}): ChangeEvent {
  const data: ReminderItem = {
    id: 'call',
    title: '전화',
    dueAt: now,
    repeat: null,
    warnMinutes: null,
    subject: null,
    ownerId: 'me',
    forUserIds: ['me'],
    forTeamId: null,
    state: 'due',
    firedAt: now,
    teamUserIds: [],
    mySnoozedUntil: null,
    doneBy: null,
    doneAt: null,
    version: 2,
    ...more,
  };
  return {
    seq: 1,
    feature: 'reminders',
    kind,
    id: data.id,
    version: data.version,
    actorId: null,
    mutationId: null,
    at: now,
    data,
  };
}

function desk({ isLeader = true, isQuiet = false, looksAt = null as string | null } = {}) {
  const ring = vi.fn<() => void>();
  const close = vi.fn<() => void>();
  const show = vi.fn((_reminder: ReminderItem): (() => void) | null => close);
  const alerter = new DueAlerter({
    viewer: () => ({ id: 'me', teamId: 'ours' }),
    now: () => now,
    wishesOfNow: () => Promise.resolve({ isQuiet }),
    isLeader: () => isLeader,
    looksAt: () => looksAt,
    ring,
    show,
  });
  return { alerter, ring, show, close };
}

test('what falls due for me rings, and shows a note when I look elsewhere', async () => {
  const { alerter, ring, show } = desk();
  await alerter.hear([event('reminder.due')]);
  expect([ring.mock.calls.length, show.mock.calls.length]).toEqual([1, 1]);
  expect(show.mock.calls[0]?.[0].title).toBe('전화');
});

test('at a window of Haru it only rings; in another tab, in quiet hours or late it does neither', async () => {
  const here = desk({ looksAt: '/tasks' });
  await here.alerter.hear([event('reminder.due')]);
  expect([here.ring.mock.calls.length, here.show.mock.calls.length]).toEqual([1, 0]);
  for (const silent of [desk({ isLeader: false }), desk({ isQuiet: true })]) {
    await silent.alerter.hear([event('reminder.due')]);
    expect(silent.ring).not.toHaveBeenCalled();
    expect(silent.show).not.toHaveBeenCalled();
  }
  const late = desk();
  await late.alerter.hear([{ ...event('reminder.due'), at: new Date(now.getTime() - 61_000) }]);
  expect(late.ring).not.toHaveBeenCalled();
});

test('what is for others, or for a team I was not taken with, does not ring', async () => {
  const { alerter, ring } = desk();
  await alerter.hear([
    event('reminder.due', { forUserIds: ['you'] }),
    event('reminder.due', { forUserIds: [], forTeamId: 'ours', teamUserIds: ['you'] }),
    event('reminder.created'),
  ]);
  expect(ring).not.toHaveBeenCalled();
  await alerter.hear([
    event('reminder.due', { forUserIds: [], forTeamId: 'ours', teamUserIds: ['me'] }),
  ]);
  expect(ring).toHaveBeenCalledTimes(1);
});

test.each(['reminder.done', 'reminder.snoozed', 'reminder.changed', 'reminder.removed'])(
  'a note goes away when it is %s, here or elsewhere',
  async (kind) => {
    const { alerter, close } = desk();
    await alerter.hear([event('reminder.due')]);
    await alerter.hear([{ ...event('reminder.done'), id: 'another' }]);
    expect(close).not.toHaveBeenCalled();
    await alerter.hear([event(kind)]);
    expect(close).toHaveBeenCalledTimes(1);
  },
);
