// The reminder somebody is writing: what the line says, and what they chose beside it, which counts more.
import { useState } from 'react';
import { useMinute } from '#client/ui/clock.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import type { Recipients } from './recipients-picker.tsx';
import { later } from '#client/words/moment-words.ts';
import { understand } from './reminder-words.ts';

type Chosen = { dueAt?: Date; repeat?: string | null } & Recipients &
  Pick<ReminderItem, 'subject' | 'warnMinutes'>;

const NOTHING: Chosen = { forUserIds: [], forTeamId: null, subject: null, warnMinutes: null };
/** For a line that says nothing about a time. */
const SOON_MINUTES = 60;

export function useNewReminder() {
  const now = useMinute();
  const { text, setText, clear } = useDraft('new-reminder');
  const [chosen, setChosen] = useState(NOTHING);
  const understood = understand(text, now);
  const reminder = {
    title: understood.title,
    dueAt: chosen.dueAt ?? understood.dueAt ?? later(now, SOON_MINUTES),
    repeat: chosen.repeat === undefined ? understood.repeat : chosen.repeat,
    forUserIds: chosen.forUserIds,
    forTeamId: chosen.forTeamId,
    subject: chosen.subject,
    warnMinutes: chosen.warnMinutes,
  };
  return {
    text,
    setText,
    reminder,
    choose: (next: Partial<Chosen>) => setChosen({ ...chosen, ...next }),
    clear: () => {
      clear();
      setChosen(NOTHING);
    },
    putBack: () => {
      setText(text);
      setChosen(chosen);
    },
  };
}
