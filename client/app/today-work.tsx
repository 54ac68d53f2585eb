import { useState } from 'react';
import { TodayBlock } from '#client/features/today/today-block.tsx';
import { TodayMore } from '#client/features/today/today-more.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { TodayWorkRow } from './today-work-row.tsx';
import type { useTodaysWork, Work } from './use-todays-work.ts';

type Props = { work: ReturnType<typeof useTodaysWork> };

/** Reminders that are due, and tasks that are late. */
export function TodayNow({ work }: Props) {
  const t = useText('today');
  const { pressing, query } = work;
  return (
    <TodayBlock
      title={t('blocks.now')}
      count={pressing.length}
      nothing={t('nothingNow')}
      query={query}
    >
      <Rows works={pressing} />
    </TodayBlock>
  );
}

/** The rest of the day. Who finishes the last of it hears a kind word. */
export function TodayTasks({ work }: Props) {
  const t = useText('today');
  const { pressing, rest, query } = work;
  const [hadWork, setHadWork] = useState(false);
  const isLeft = pressing.length + rest.length > 0;
  if (isLeft && !hadWork) setHadWork(true);
  return (
    <TodayBlock
      title={t('blocks.tasks')}
      count={rest.length}
      nothing={hadWork && !isLeft ? t('allDone') : t('nothingToDo')}
      query={query}
      more={<TodayMore to="/tasks">{t('common:all')}</TodayMore>}
    >
      <Rows works={rest} />
    </TodayBlock>
  );
}

function Rows({ works }: { works: readonly Work[] }) {
  return works.map((work) => (
    <TodayWorkRow key={work.kind === 'task' ? work.task.id : work.reminder.id} work={work} />
  ));
}
