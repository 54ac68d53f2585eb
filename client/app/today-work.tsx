import { useState } from 'react';
import { TodayBlock } from '#client/features/today/today-block.tsx';
import { TodayMore } from '#client/features/today/today-more.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { useArrival } from '#client/ui/use-arrival.ts';
import { TODAY_NOW, TODAY_REST } from '#server/notifications/notifications.place.schema.ts';
import { TodayWorkRow } from './today-work-row.tsx';
import type { useTodaysWork, Work } from './use-todays-work.ts';

type Props = { work: ReturnType<typeof useTodaysWork> };

/** Of what is late, as much as one may take in; the rest stands in its list. */
const PRESSING_SHOWN = 8;
const REST_SHOWN = 20;

/** Reminders that are due, and tasks that are late. */
export function TodayNow({ work }: Props) {
  const t = useText('today');
  const { pressing, pressingCount, query } = work;
  const hidden = pressingCount - Math.min(pressing.length, PRESSING_SHOWN);
  return (
    <TodayBlock
      place={useArrival(TODAY_NOW)}
      title={t('blocks.now')}
      count={pressingCount}
      nothing={t('nothingNow')}
      query={query}
      more={
        hidden > 0 && (
          <TodayMore to="/tasks" search={{ mine: true, overdue: true, sort: 'due' }}>
            {t('more', { count: hidden })}
          </TodayMore>
        )
      }
    >
      <Rows works={pressing.slice(0, PRESSING_SHOWN)} />
    </TodayBlock>
  );
}

/** The rest of the day. Who finishes the last of it hears a kind word. */
export function TodayTasks({ work, today }: Props & { today: string }) {
  const t = useText('today');
  const { pressing, rest, query } = work;
  const [hadWork, setHadWork] = useState(false);
  const isLeft = pressing.length + rest.length > 0;
  if (isLeft && !hadWork) setHadWork(true);
  const hidden = rest.length - REST_SHOWN;
  const ofToday = { mine: true, from: today, to: today };
  return (
    <TodayBlock
      place={useArrival(TODAY_REST)}
      title={t('blocks.tasks')}
      count={rest.length}
      nothing={hadWork && !isLeft ? t('allDone') : t('nothingToDo')}
      query={query}
      more={
        <TodayMore to="/tasks" search={hidden > 0 ? ofToday : { mine: true }}>
          {hidden > 0 ? t('more', { count: hidden }) : t('common:all')}
        </TodayMore>
      }
    >
      <Rows works={rest.slice(0, REST_SHOWN)} />
    </TodayBlock>
  );
}

function Rows({ works }: { works: readonly Work[] }) {
  return works.map((work) => (
    <TodayWorkRow key={work.kind === 'task' ? work.task.id : work.reminder.id} work={work} />
  ));
}
