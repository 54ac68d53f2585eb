// A process of its own, so that its time zone is the machine's: tells as JSON what the office says in the last
// millisecond of a Seoul day and in the first of the next one.
import { setTimeout } from 'node:timers/promises';
import { scheduleChoices } from '#client/features/chat/schedule-choices.ts';
import { monthOf } from '#client/features/promotions/month-grid.ts';
import { shownStatus } from '#client/features/promotions/shown-status.ts';
import { sectionsOf } from '#client/features/reminders/reminder-sections.ts';
import { understand } from '#client/features/reminders/reminder-words.ts';
import { snoozeUntil } from '#client/features/reminders/snooze-choices.ts';
import { readQuickLine } from '#client/features/tasks/quick-line.ts';
import { sayAppointment, sayDay, sayInstant } from '#client/ui/say-time.ts';
import { newId } from '#server/new-id.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { isOverdue } from '#server/tasks/tasks.order.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { newPromotion } from './new-promotion.ts';
import { promotionItem } from './promotion-item.ts';
import { testApp } from './test-app.ts';

/** Tuesday, the first of December, begins; in Los Angeles it is Monday morning. */
const MIDNIGHT = new Date('2026-12-01T00:00:00.000+09:00');
const LAST = new Date(MIDNIGHT.getTime() - 1);

function said(now: Date) {
  const moment = { now, locale: 'ko' as const };
  const today = seoulDay(now);
  const word = (iso: string) => new Date(`${iso}+09:00`);
  return {
    today,
    month: monthOf(today.slice(0, 7)).from,
    days: ['2026-11-30', '2026-12-01'].map((day) => sayDay(day, moment)),
    twoHoursAgo: sayInstant(new Date(now.getTime() - 7_200_000), moment),
    now: sayAppointment(now, moment),
    tomorrowAtNine: understand('내일 9시 전화', now).dueAt?.toISOString(),
    nextMonday: readQuickLine('다음 주 월요일 견적서', { now, colleagues: [] }).dueOn,
    snoozed: snoozeUntil('tomorrow', now).toISOString(),
    sendLater: scheduleChoices(now).map(({ name, at }) => `${name} ${at.toISOString()}`),
    reminders: sectionNames(
      ['2026-11-30T22:00', '2026-12-01T00:00', '2026-12-01T23:59', '2026-12-07T00:00'].map(word),
      now,
    ),
    overdue: [
      { dueOn: '2026-11-29', dueAt: null },
      { dueOn: '2026-11-30', dueAt: null },
      { dueOn: '2026-12-01', dueAt: null },
      { dueOn: '2026-12-01', dueAt: MIDNIGHT },
    ].map((due) => isOverdue({ ...due, status: 'todo' } as TaskItem, now)),
    promotions: [
      promotionItem({ startsOn: '2026-12-01', endsOn: null }),
      promotionItem({ startsOn: null, endsOn: '2026-11-30' }),
      promotionItem({ startsOn: null, endsOn: '2026-12-03' }),
      promotionItem({ startsOn: null, endsOn: '2026-12-04' }),
    ].map((promotion) => shownStatus(promotion, today)),
  };
}

function sectionNames(moments: Date[], now: Date): string[] {
  return moments.map((dueAt) => {
    const sections = sectionsOf([{ dueAt } as ReminderItem], now);
    return Object.entries(sections).find(([, items]) => items.length > 0)?.[0] ?? 'none';
  });
}

async function office() {
  await using app = await testApp({ startAt: new Date(MIDNIGHT.getTime() - 1_000) });
  const { minsu } = await app.people('minsu');
  const { call } = minsu;
  await app.process();
  const teamId = minsu.viewer.teamId ?? '';
  for (const dueOn of ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'])
    await call.tasks.create({ id: newId(), title: dueOn, teamId, dueOn, assigneeId: minsu.id });
  for (const [title, startsOn, endsOn] of PROMOTIONS)
    await call.promotions.create({ ...newPromotion(), title, startsOn, endsOn });
  await call.reminders.create({ id: newId(), title: '자정', dueAt: MIDNIGHT });
  const begun = async () =>
    (await heard.changes()).filter(({ kind }) => kind === 'day.began').map(({ id }) => id);
  const heard = minsu.feed();

  async function look() {
    const { tasks, promotions, reminders } = await call.nav.counts();
    const late = await call.tasks.list({ overdue: true, sort: 'due' });
    const running = await call.promotions.list({ status: 'running' });
    return {
      counts: { tasks, promotions, reminders },
      late: late.items.map(({ title }) => title),
      running: running.items.map(({ title }) => title).toSorted(),
      banner: (await call.reminders.banner()).items.map(({ title }) => title),
    };
  }

  app.clock.moveTo(LAST);
  const before = await look();
  app.clock.moveTo(MIDNIGHT);
  await until(async () => (await begun()).length > 0);
  await until(async () => (await call.reminders.banner()).items.length > 0);
  const after = await look();
  app.clock.advance(3_600_000);
  await app.settled();
  const days = await begun();
  await heard.close();
  return { before, after, days };
}

const PROMOTIONS = [
  ['끝난 것', null, '2026-11-30'],
  ['시작하는 것', '2026-12-01', null],
  ['내일까지', null, '2026-12-02'],
] as const;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looked = 0; !(await isSo()); looked += 1) {
    if (looked > 2_000) throw new Error('it does not happen');
    await setTimeout(5);
  }
}

const report = {
  offset: new Date(LAST).getTimezoneOffset(),
  before: said(LAST),
  after: said(MIDNIGHT),
  office: await office(),
};
process.stdout.write(JSON.stringify(report));
