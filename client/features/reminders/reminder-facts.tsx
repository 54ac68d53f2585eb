import { Repeat } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import type { Recipients } from './recipients-picker.tsx';
import { SubjectLink } from './subject-link.tsx';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './reminder-facts.module.css';

/** Small, after the title: who set it, for whom else it is, that it repeats, and what it is about. */
export function ReminderFacts({ reminder }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const whom = useWhom(reminder);
  const sayRepeat = useSayRepeat();
  const isMine = reminder.ownerId === viewer.id;
  return (
    <>
      {!isMine && (
        <span className={classes.fact}>
          {t('from', { name: personOf(reminder.ownerId)?.name ?? t('common:unknownPerson') })}
        </span>
      )}
      {whom !== null && <span className={classes.whom}>{whom}</span>}
      {reminder.repeat !== null && (
        <span className={classes.fact}>
          <Repeat size={13} aria-hidden="true" />
          {sayRepeat(reminder)}
        </span>
      )}
      {reminder.subject !== null && <SubjectLink subject={reminder.subject} />}
    </>
  );
}

/** For whom, in words; null when it is for me alone. */
export function useWhom(recipients: Recipients): string | null {
  return useSayWhom()(recipients);
}

export function useSayWhom() {
  const t = useText('reminders');
  const viewer = useViewer();
  const { personOf, teamOf } = usePeople();
  return ({ forUserIds, forTeamId }: Recipients): string | null => {
    const team = forTeamId === null ? null : (teamOf(forTeamId)?.name ?? t('forTeam'));
    const [first, ...others] = forUserIds.filter((id) => id !== viewer.id);
    if (first === undefined) return team;
    const name = personOf(first)?.name ?? t('common:unknownPerson');
    const people = others.length === 0 ? name : t('forPeople', { name, count: others.length });
    return team === null ? people : `${team}, ${people}`;
  };
}
