import { Button } from '@mantine/core';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { AlarmClock } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { NewReminder } from './new-reminder.tsx';
import { ReminderList } from './reminder-list.tsx';
import { sectionsOf, SECTIONS } from './reminder-sections.ts';
import { DONE, OPEN, useReminderList } from './use-reminders.ts';
import classes from './reminder-list.module.css';

export function RemindersPage() {
  const t = useText('reminders');
  const { reminderId } = useParams({ strict: false });
  const navigate = useNavigate();
  const openId = reminderId ?? null;
  const open = (id: string) =>
    void navigate({ to: '/reminders/$reminderId', params: { reminderId: id } });
  return (
    <Page title={t('title')} detail={<Outlet />}>
      <NewReminder />
      <OpenReminders openId={openId} onOpen={open} />
      <DoneReminders openId={openId} onOpen={open} />
    </Page>
  );
}

type Props = { openId: string | null; onOpen: (id: string) => void };

function OpenReminders({ openId, onOpen }: Props) {
  const t = useText('reminders');
  const { query, reminders, hasMore, more } = useReminderList(OPEN);
  const sections = sectionsOf(reminders, useMinute());
  return (
    <ListState
      query={query}
      isEmpty={reminders.length === 0}
      empty={{ icon: AlarmClock, title: t('empty'), text: t('emptyText') }}
    >
      {SECTIONS.filter((name) => sections[name].length > 0).map((name) => (
        <Section key={name} title={t(`sections.${name}`)} count={sections[name].length}>
          <ReminderList
            label={t(`sections.${name}`)}
            reminders={sections[name]}
            openId={openId}
            onOpen={onOpen}
          />
        </Section>
      ))}
      {hasMore && <More onMore={more} isLoading={query.isFetchingNextPage} />}
    </ListState>
  );
}

/** Nothing is said of it while nothing was ever done. */
function DoneReminders({ openId, onOpen }: Props) {
  const t = useText('reminders');
  const { query, reminders, hasMore, more } = useReminderList(DONE);
  if (reminders.length === 0) return null;
  return (
    <Section title={t('sections.done')}>
      <ReminderList
        label={t('sections.done')}
        reminders={reminders}
        openId={openId}
        onOpen={onOpen}
      />
      {hasMore && <More onMore={more} isLoading={query.isFetchingNextPage} />}
    </Section>
  );
}

function More({ onMore, isLoading }: { onMore: () => void; isLoading: boolean }) {
  const t = useText('reminders');
  return (
    <Button variant="subtle" className={classes.more ?? ''} loading={isLoading} onClick={onMore}>
      {t('common:more')}
    </Button>
  );
}
