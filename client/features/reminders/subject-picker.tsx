import { Megaphone, MessageCircle, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { type ComboItem, ComboList } from '#client/ui/combo-list.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { usePeople } from '#client/ui/people.ts';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';
import classes from './subject-picker.module.css';

type Props = {
  subject: ReminderSubject | null;
  onPick: (subject: ReminderSubject | null) => void;
};

type Thing = { subject: ReminderSubject; name: string; username?: string; mark: ReactNode };

const NOTHING = 'nothing';
const MOST_OF_A_KIND = 6;

/** Find a task, a promotion, a room or a person by name; what was worked on last comes first. */
export function SubjectPicker({ subject, onPick }: Props) {
  const t = useText('reminders');
  const things = useThings();
  function itemsFor(typed: string): ComboItem[] {
    const found = things.flatMap((kind) =>
      kind.filter((thing) => matchesName(thing, typed)).slice(0, MOST_OF_A_KIND),
    );
    const items = found.map(({ subject: { kind, id }, name, mark }) => ({
      id: `${kind} ${id}`,
      group: t(`subjects.${kind}`),
      isChosen: kind === subject?.kind && id === subject.id,
      content: (
        <span className={classes.thing}>
          {mark}
          <span className={classes.name}>{name}</span>
        </span>
      ),
    }));
    const nothing = { id: NOTHING, isChosen: subject === null, content: t('aboutNothing') };
    return typed === '' ? [nothing, ...items] : items;
  }
  return (
    <ComboList
      label={t('about')}
      placeholder={t('findSubject')}
      nothing={t('nothingFound')}
      itemsFor={itemsFor}
      onChoose={(chosen) => {
        const thing = things.flat().find(({ subject: { kind, id } }) => `${kind} ${id}` === chosen);
        onPick(thing?.subject ?? null);
      }}
    />
  );
}

/** By kind. Asked for when the list is opened. */
function useThings(): Thing[][] {
  const { everybody } = usePeople();
  const roomName = useRoomName();
  const tasks = trpc.tasks.list.useInfiniteQuery(
    { status: ['todo', 'doing'], sort: 'updated', limit: 100 },
    { getNextPageParam: (page) => page.nextCursor },
  ).data;
  const promotions = trpc.promotions.list.useInfiniteQuery(
    { limit: 100 },
    { getNextPageParam: (page) => page.nextCursor },
  ).data;
  const rooms = trpc.chat.rooms.useQuery().data;
  return [
    (tasks?.pages ?? [])
      .flatMap((page) => page.items)
      .map(({ id, title }) => ({
        subject: { kind: 'task', id },
        name: title,
        mark: <SquareCheck size={15} aria-hidden="true" />,
      })),
    (promotions?.pages ?? [])
      .flatMap((page) => page.items)
      .map(({ id, title }) => ({
        subject: { kind: 'promotion', id },
        name: title,
        mark: <Megaphone size={15} aria-hidden="true" />,
      })),
    (rooms?.items ?? []).map((room) => ({
      subject: { kind: 'room', id: room.id },
      name: roomName(room),
      mark: <MessageCircle size={15} aria-hidden="true" />,
    })),
    everybody
      .filter((person) => person.status === 'active')
      .map((person) => ({
        subject: { kind: 'person', id: person.id },
        name: person.name,
        username: person.username,
        mark: <Avatar person={person} size={18} isNamed={false} />,
      })),
  ];
}
