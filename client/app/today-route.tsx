// The first screen of the day. Each block is live; at midnight in Seoul they turn by themselves.
import { TodayPage } from '#client/features/today/today-page.tsx';
import { useToday } from '#client/ui/clock.ts';
import { TodayPromotions } from './today-promotions.tsx';
import { TodayTalks } from './today-talks.tsx';
import { TodayNow, TodayTasks } from './today-work.tsx';
import { useTodaysWork } from './use-todays-work.ts';

export function TodayRoute() {
  const today = useToday();
  const work = useTodaysWork(today);
  return (
    <TodayPage
      now={<TodayNow work={work} />}
      tasks={<TodayTasks key={today} work={work} today={today} />}
      talks={<TodayTalks />}
      promotions={<TodayPromotions today={today} />}
    />
  );
}
