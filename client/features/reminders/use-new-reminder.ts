// The reminder somebody is writing: what the line says, and what they chose beside it, which counts more. All of it
// outlives the page.
import { useState } from 'react';
import { useMinute } from '#client/ui/clock.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { later } from '#client/words/moment-words.ts';
import { type Chosen, keptOf, UNWRITTEN, type Written, writtenOf } from './new-reminder-draft.ts';
import { understand } from './reminder-words.ts';

/** For a line that says nothing about a time. */
const SOON_MINUTES = 60;

export function useNewReminder() {
  const now = useMinute();
  const draft = useDraft('new-reminder');
  const [written, setWritten] = useState(() => writtenOf(draft.text));
  const { text, chosen } = written;
  function write(next: Written) {
    setWritten(next);
    draft.setText(keptOf(next));
  }
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
    reminder,
    setText: (next: string) => write({ ...written, text: next }),
    choose: (next: Partial<Chosen>) => write({ text, chosen: { ...chosen, ...next } }),
    clear: () => write(UNWRITTEN),
    putBack: () => write(written),
  };
}
