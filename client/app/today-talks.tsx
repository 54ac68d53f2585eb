import { Link } from '@tanstack/react-router';
import { MessageCircle } from 'lucide-react';
import { previewText } from '#client/features/chat/preview-text.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { UrgentMark } from '#client/features/chat/urgent-mark.tsx';
import { useUrgentRooms } from '#client/features/chat/use-urgent.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { TodayBlock } from '#client/features/today/today-block.tsx';
import { TodayMore } from '#client/features/today/today-more.tsx';
import { TodayRow } from '#client/features/today/today-row.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { usePeople } from '#client/ui/people.ts';
import type { RoomItem } from '#server/chat/chat.schema.ts';

const SHOWN = 8;

/** Rooms where something was said that I have not read, with the last line; where it is urgent, first and silenced or not. */
export function TodayTalks() {
  const t = useText('today');
  const { query, rooms, unread } = useRooms();
  const urgent = useUrgentRooms();
  const others = rooms.filter(
    (room) => !urgent.has(room.id) && !room.muted && (unread[room.id] ?? 0) > 0,
  );
  const waiting = [...rooms.filter((room) => urgent.has(room.id)), ...others];
  const hidden = waiting.length - SHOWN;
  return (
    <TodayBlock
      title={t('blocks.talks')}
      count={waiting.length}
      nothing={t('nothingSaid')}
      query={query}
      more={
        <TodayMore to="/chat">
          {hidden > 0 ? t('more', { count: hidden }) : t('common:all')}
        </TodayMore>
      }
    >
      {waiting.slice(0, SHOWN).map((room) => (
        <RoomLine
          key={room.id}
          room={room}
          unread={unread[room.id] ?? 0}
          isUrgent={urgent.has(room.id)}
        />
      ))}
    </TodayBlock>
  );
}

type Props = { room: RoomItem; unread: number; isUrgent: boolean };

function RoomLine({ room, unread, isUrgent }: Props) {
  const t = useText('chat');
  const { personOf } = usePeople();
  const name = useRoomName()(room);
  const { lastMessage } = room;
  const author =
    room.kind === 'direct' || lastMessage === null ? undefined : personOf(lastMessage.authorId);
  const body = lastMessage === null ? t('noNewMessages') : previewText(lastMessage, t);
  return (
    <TodayRow
      mark={<MessageCircle size={16} strokeWidth={1.75} aria-hidden="true" />}
      title={
        <Link to="/chat/$roomId" params={{ roomId: room.id }}>
          {name}
        </Link>
      }
      facts={isUrgent ? <UrgentMark /> : undefined}
      line={author === undefined ? body : `${author.name}: ${body}`}
      end={<Badge count={unread} label={t('common:unread', { count: unread })} />}
    />
  );
}
