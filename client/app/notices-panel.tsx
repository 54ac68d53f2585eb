import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { Inbox } from '#client/features/notices/inbox.tsx';

type Props = { unread: number; onClose: () => void };

/** The inbox, with rooms called as everywhere. */
export function NoticesPanel({ unread, onClose }: Props) {
  const { rooms } = useRooms();
  const roomName = useRoomName();
  const nameOfRoom = (roomId: string) => {
    const room = rooms.find(({ id }) => id === roomId);
    return room === undefined ? '' : roomName(room);
  };
  return <Inbox nameOfRoom={nameOfRoom} unread={unread} onClose={onClose} />;
}
