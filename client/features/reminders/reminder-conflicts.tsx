import type { ReactNode } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { FieldConflict } from '#client/ui/field-conflict.tsx';
import { sayExactly } from '#client/ui/say-time.ts';
import type { ReminderItem, ReminderPatch } from '#server/reminders/reminders.schema.ts';
import { useSayWhom } from './reminder-facts.tsx';
import { SubjectLink } from './subject-link.tsx';
import type { useReminderEdit } from './use-reminder-edit.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import { useSayWarn } from './use-say-warn.ts';

/** The choice for each field of a reminder that was changed elsewhere too; every change is of one field. */
export function ReminderConflicts({ edit }: { edit: ReturnType<typeof useReminderEdit> }) {
  const say = useSayFields();
  return edit.conflicts.map((conflict) => {
    const { mine, current, original } = conflict;
    return (
      <FieldConflict
        key={conflict.key}
        theirs={say(mine, current)}
        mine={say(mine, { ...current, ...given(mine) })}
        original={say(mine, original)}
        onKeepTheirs={() => edit.keepTheirs(conflict)}
        onTakeMine={() => edit.takeMine(conflict)}
        onTakeOriginal={() => edit.takeOriginal(conflict)}
      />
    );
  });
}

/** The fields of the patch, in words, of a reminder. */
function useSayFields() {
  const t = useText('reminders');
  const locale = useLocale();
  const sayWhom = useSayWhom();
  const sayRepeat = useSayRepeat();
  const sayWarn = useSayWarn();
  return (patch: ReminderPatch, reminder: ReminderItem): ReactNode => {
    const { title, dueAt, warnMinutes, subject } = reminder;
    if (patch.title !== undefined) return title;
    if (patch.dueAt !== undefined) return sayExactly(dueAt, locale);
    if (patch.repeat !== undefined) return sayRepeat(reminder);
    if (patch.warnMinutes !== undefined) return sayWarn(warnMinutes);
    if (patch.subject === undefined) return sayWhom(reminder) ?? t('forMe');
    return subject === null ? t('aboutNothing') : <SubjectLink subject={subject} isPlain />;
  };
}

function given(patch: ReminderPatch): Partial<ReminderItem> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
