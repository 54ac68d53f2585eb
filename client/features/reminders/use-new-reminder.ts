// The reminder somebody is writing: what the line says, and what they chose beside it, which counts more. All of it
// outlives the page.
import { useState } from 'react';
import { type CalledName, type Colleague, withPerson } from '#client/ui/called-names.ts';
import { useMinute } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { later } from '#client/words/moment-words.ts';
import { type Chosen, keptOf, UNWRITTEN, type Written, writtenOf } from './new-reminder-draft.ts';
import type { Recipients } from './recipients-picker.tsx';
import { understand } from './reminder-words.ts';
import { readWhom, withoutPeople } from './whom-in-line.ts';

/** For a line that says nothing about a time. */
const SOON_MINUTES = 60;

export function useNewReminder() {
  const now = useMinute();
  const viewer = useViewer();
  const colleagues = usePeople().everybody.filter((person) => person.status === 'active');
  const office = { colleagues, viewerId: viewer.id };
  const draft = useDraft('new-reminder');
  const [written, setWritten] = useState(() => writtenOf(draft.text));
  const { text, chosen } = written;
  function write(next: Written) {
    setWritten(next);
    draft.setText(keptOf(next));
  }
  function chooseWhom({ forUserIds, forTeamId }: Recipients) {
    const gone = called.userIds.filter((id) => !forUserIds.includes(id));
    const others = forUserIds.filter((id) => !called.userIds.includes(id));
    write({
      text: withoutPeople(text, gone, office),
      chosen: { ...chosen, forUserIds: others, forTeamId },
    });
  }
  const called = readWhom(text, office);
  const understood = understand(called.rest, now);
  const reminder = {
    title: understood.title,
    dueAt: chosen.dueAt ?? understood.dueAt ?? later(now, SOON_MINUTES),
    repeat: chosen.repeat === undefined ? understood.repeat : chosen.repeat,
    forUserIds: [...new Set([...called.userIds, ...chosen.forUserIds])],
    forTeamId: chosen.forTeamId,
    subject: chosen.subject,
    warnMinutes: chosen.warnMinutes,
  };
  return {
    text,
    reminder,
    isPast: reminder.dueAt <= now,
    unplaced: called.unplaced,
    setText: (next: string) => write({ ...written, text: next }),
    choose: (next: Partial<Omit<Chosen, keyof Recipients>>) =>
      write({ text, chosen: { ...chosen, ...next } }),
    chooseWhom,
    name: (name: CalledName, person: Colleague) =>
      write({ text: withPerson(text, name, { ...person, colleagues }), chosen }),
    clear: () => write(UNWRITTEN),
    putBack: () => write(written),
  };
}
