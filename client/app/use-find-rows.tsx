import { useNavigate } from '@tanstack/react-router';
import { AlarmClock, MessageCircle, MessageSquareText, Tag } from 'lucide-react';
import { hitLine } from '#client/features/chat/search-marks.ts';
import { useRoomActs } from '#client/features/chat/use-room-acts.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { useSayPeriod } from '#client/features/promotions/use-say-period.ts';
import type { FindItem } from '#client/features/search/find-box.tsx';
import { hitParts, withShortLead } from '#client/features/search/hit-parts.ts';
import { Marked } from '#client/features/search/marked.tsx';
import { StatusDot } from '#client/features/tasks/status-dot.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { type Person, usePeople, usePresence } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { When, WhenDay } from '#client/ui/when.tsx';
import type { RoomItem } from '#server/chat/chat.schema.ts';
import type { FoundMessage } from '#server/chat/chat.search.schema.ts';
import type { FoundPromotion, FoundReminder, FoundTask } from '#server/search/search.schema.ts';

/** How each kind of thing stands in ⌘K, and what opening it means. */
export function usePlaceRows(typed: string) {
  const t = useText('find');
  const navigate = useNavigate();
  const { personOf, teamOf } = usePeople();
  const presence = usePresence();
  const { rooms } = useRooms();
  const nameOf = useRoomName();
  const sayPeriod = useSayPeriod();
  const openPerson = useOpenPerson();

  const opens = (href: string) => ({ href, run: () => void navigate({ to: href }) });
  const titled = (title: string) => <Marked parts={hitParts(title, typed)} />;

  function person(one: Person): FindItem {
    const team = one.teamId === null ? undefined : teamOf(one.teamId);
    return {
      id: `person-${one.id}`,
      group: t('kinds.person'),
      icon: <Avatar person={one} size={22} isNamed={false} presence={presence.get(one.id)} />,
      title: titled(one.name),
      hint: team?.name,
      ...openPerson(one.id),
    };
  }

  function room(one: RoomItem): FindItem {
    return {
      id: `room-${one.id}`,
      group: t('kinds.room'),
      icon: <MessageCircle size={16} aria-hidden="true" />,
      title: titled(nameOf(one)),
      hint: <When at={one.activeAt} />,
      ...opens(`/chat/${one.id}`),
    };
  }

  function task(one: FoundTask): FindItem {
    return {
      id: `task-${one.id}`,
      group: t('kinds.task'),
      icon: <StatusDot status={one.status} />,
      title: titled(one.title),
      hint: <Due task={one} />,
      ...opens(`/tasks/${one.id}`),
    };
  }

  function reminder(one: FoundReminder): FindItem {
    return {
      id: `reminder-${one.id}`,
      group: t('kinds.reminder'),
      icon: <AlarmClock size={16} aria-hidden="true" />,
      title: titled(one.title),
      hint: <When at={one.dueAt} as="appointment" />,
      ...opens(`/reminders/${one.id}`),
    };
  }

  function promotion(one: FoundPromotion): FindItem {
    return {
      id: `promotion-${one.id}`,
      group: t('kinds.promotion'),
      icon: <Tag size={16} aria-hidden="true" />,
      title: titled(one.title),
      hint: sayPeriod(one),
      ...opens(`/promotions/${one.id}`),
    };
  }

  function message(one: FoundMessage, terms: string[]): FindItem {
    const place = rooms.find(({ id }) => id === one.roomId);
    const names = [personOf(one.authorId)?.name, place && nameOf(place)];
    const named = one.files.map(({ name }) => name);
    const line = hitLine([one.body, ...named].join(' '), terms);
    return {
      id: `message-${one.id}`,
      group: t('kinds.message'),
      icon: <MessageSquareText size={16} aria-hidden="true" />,
      title: <Marked parts={withShortLead(line)} />,
      hint: [...new Set(names)].filter((name) => name !== undefined).join(' · '),
      href: `/chat/${one.roomId}?no=${one.no}`,
      run: () =>
        void navigate({
          to: '/chat/$roomId',
          params: { roomId: one.roomId },
          search: { no: one.no },
        }),
    };
  }

  return { person, room, task, reminder, promotion, message, nameOf };
}

/** The talk with them, which begins if there was none. */
function useOpenPerson() {
  const navigate = useNavigate();
  const { rooms } = useRooms();
  const { createRoom } = useRoomActs();
  return (personId: string): Pick<FindItem, 'href' | 'run'> => {
    const known = rooms.find(
      ({ kind, memberIds }) => kind === 'direct' && memberIds.includes(personId),
    );
    async function open() {
      const roomId =
        known?.id ?? (await createRoom({ kind: 'direct', title: null, memberIds: [personId] }));
      await navigate({ to: '/chat/$roomId', params: { roomId } });
    }
    return {
      href: known === undefined ? null : `/chat/${known.id}`,
      run: () => void open().catch(toastFailed),
    };
  };
}

function Due({ task }: { task: FoundTask }) {
  if (task.dueAt !== null) return <When at={task.dueAt} as="appointment" />;
  return task.dueOn === null ? null : <WhenDay day={task.dueOn} />;
}
