// What a reminder may be about: with nothing typed what was worked on last, and then whatever can be found by it. People
// and rooms are known here; the rest is what the server finds.
import { Megaphone, MessageCircle, MessageSquareText, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { hitLine } from '#client/features/chat/search-marks.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { hitParts, withShortLead } from '#client/features/search/hit-parts.ts';
import { Marked } from '#client/features/search/marked.tsx';
import { useEverywhere } from '#client/features/search/use-everywhere.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { usePeople } from '#client/ui/people.ts';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';

export type FoundSubject = { subject: ReminderSubject; mark: ReactNode; name: ReactNode };

const MOST_OF_A_KIND = 6;
const ASKED: ('task' | 'promotion' | 'message')[] = ['task', 'promotion', 'message'];

export function useFoundSubjects(typed: string) {
  const { found, isOnItsWay, error, retry } = useEverywhere(typed, ASKED, MOST_OF_A_KIND);
  const latest = useLatest();
  const near = useNear(typed);
  const { personOf } = usePeople();
  const isFound = ({ title }: { title: string }) => matchesName({ name: title }, typed);
  const { task, promotion } = found?.groups ?? latest;
  const messages = found?.groups.message ?? [];
  const subjects: FoundSubject[] = [
    ...task.filter(isFound).map(({ id, title }) => ({
      subject: { kind: 'task' as const, id },
      mark: <SquareCheck size={15} aria-hidden="true" />,
      name: <Marked parts={hitParts(title, typed)} />,
    })),
    ...promotion.filter(isFound).map(({ id, title }) => ({
      subject: { kind: 'promotion' as const, id },
      mark: <Megaphone size={15} aria-hidden="true" />,
      name: <Marked parts={hitParts(title, typed)} />,
    })),
    ...near,
    ...messages.map(({ id, authorId, body, files }) => ({
      subject: { kind: 'message' as const, id },
      mark: <MessageSquareText size={15} aria-hidden="true" />,
      name: (
        <>
          {personOf(authorId)?.name}:{' '}
          <Marked parts={withShortLead(hitLine(lineOf({ body, files }), found?.terms ?? []))} />
        </>
      ),
    })),
  ];
  return { subjects, isOnItsWay, error, retry };
}

function lineOf({ body, files }: { body: string; files: { name: string }[] }): string {
  return [body, ...files.map(({ name }) => name)].join(' ');
}

/** Asked for when the list is opened. */
function useLatest() {
  const limit = MOST_OF_A_KIND;
  const tasks = trpc.tasks.list.useQuery({ status: ['todo', 'doing'], sort: 'updated', limit });
  const promotions = trpc.promotions.list.useQuery({ limit });
  return { task: tasks.data?.items ?? [], promotion: promotions.data?.items ?? [] };
}

function useNear(typed: string): FoundSubject[] {
  const { everybody } = usePeople();
  const { rooms } = useRooms();
  const roomName = useRoomName();
  const named = rooms
    .filter(({ kind }) => kind !== 'direct') // the person is there already
    .map((room) => ({ id: room.id, name: roomName(room) }));
  const people = everybody.filter(({ status }) => status === 'active');
  return [
    ...named
      .filter((room) => matchesName(room, typed))
      .slice(0, MOST_OF_A_KIND)
      .map(({ id, name }) => ({
        subject: { kind: 'room' as const, id },
        mark: <MessageCircle size={15} aria-hidden="true" />,
        name: <Marked parts={hitParts(name, typed)} />,
      })),
    ...people
      .filter((person) => matchesName(person, typed))
      .slice(0, MOST_OF_A_KIND)
      .map((person) => ({
        subject: { kind: 'person' as const, id: person.id },
        mark: <Avatar person={person} size={18} isNamed={false} />,
        name: <Marked parts={hitParts(person.name, typed)} />,
      })),
  ];
}
