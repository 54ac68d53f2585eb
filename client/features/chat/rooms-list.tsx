import { Link } from '@tanstack/react-router';
import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import { When } from '#client/ui/when.tsx';
import type { RoomItem } from '#server/chat/chat.schema.ts';
import { RoomAvatar } from './room-avatar.tsx';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import classes from './rooms-list.module.css';

type Props = { openId: string | null; newRoom: ReactNode };

export function RoomsList({ openId, newRoom }: Props) {
  const t = useText('chat');
  const { query, rooms, unread } = useRooms();
  return (
    <ListState
      query={query}
      isEmpty={rooms.length === 0}
      empty={{ icon: MessageCircle, title: t('empty'), text: t('emptyText'), action: newRoom }}
      skeleton={<RowsSkeleton height={62} withAvatar />}
    >
      <ul className={classes.list} aria-label={t('rooms')}>
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomRow room={room} unread={unread[room.id] ?? 0} isOpen={room.id === openId} />
          </li>
        ))}
      </ul>
    </ListState>
  );
}

function RoomRow({ room, unread, isOpen }: { room: RoomItem; unread: number; isOpen: boolean }) {
  const t = useText('chat');
  const name = useRoomName()(room);
  return (
    <Link
      to="/chat/$roomId"
      params={{ roomId: room.id }}
      className={classes.room}
      aria-current={isOpen ? 'page' : undefined}
      data-unread={unread > 0 || undefined}
    >
      <RoomAvatar room={room} />
      <span className={classes.words}>
        <span className={classes.top}>
          <span className={classes.name}>{name}</span>
          {room.kind !== 'direct' && <span className={classes.size}>{room.memberIds.length}</span>}
          <When at={room.lastMessage?.createdAt ?? room.createdAt} className={classes.time} />
        </span>
        <span className={classes.bottom}>
          <span className={classes.last}>
            <LastLine room={room} />
          </span>
          <Badge count={unread} label={t('common:unread', { count: unread })} />
        </span>
      </span>
    </Link>
  );
}

function LastLine({ room }: { room: RoomItem }) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const { lastMessage } = room;
  if (lastMessage === null) return t('noMessages');
  const body = lastMessage.removedAt === null ? lastMessage.body : t('removed');
  if (lastMessage.authorId === viewer.id) return `${t('you')}: ${body}`;
  const author = room.kind === 'direct' ? undefined : personOf(lastMessage.authorId);
  return author === undefined ? body : `${author.name}: ${body}`;
}
