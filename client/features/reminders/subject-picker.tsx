import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { type ComboItem, ComboList } from '#client/ui/combo-list.tsx';
import { Failure } from '#client/ui/failure.tsx';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';
import { useFoundSubjects } from './use-found-subjects.tsx';
import classes from './subject-picker.module.css';

type Props = {
  subject: ReminderSubject | null;
  onPick: (subject: ReminderSubject | null) => void;
};

const NOTHING = 'nothing';

/** Find any task, promotion, room, person or message one may see; what was worked on last comes first. */
export function SubjectPicker({ subject, onPick }: Props) {
  const t = useText('reminders');
  const [typed, setTyped] = useState('');
  const { subjects, isOnItsWay, error, retry } = useFoundSubjects(typed);
  const idOf = ({ kind, id }: ReminderSubject) => `${kind}-${id}`;
  const nothing = { id: NOTHING, isChosen: subject === null, content: t('aboutNothing') };
  const items: ComboItem[] = subjects.map((found) => ({
    id: idOf(found.subject),
    group: t(`subjects.${found.subject.kind}`),
    isChosen: subject !== null && idOf(found.subject) === idOf(subject),
    content: (
      <span className={classes.thing}>
        {found.mark}
        <span className={classes.name}>{found.name}</span>
      </span>
    ),
  }));
  return (
    <>
      <ComboList
        label={t('about')}
        placeholder={t('findSubject')}
        nothing={isOnItsWay ? t('common:loading') : t('nothingFound')}
        itemsFor={() => (typed.trim() === '' ? [nothing, ...items] : items)}
        onType={setTyped}
        onChoose={(chosen) =>
          onPick(subjects.find((found) => idOf(found.subject) === chosen)?.subject ?? null)
        }
      />
      {error !== null && <Failure error={error} onRetry={retry} />}
    </>
  );
}
