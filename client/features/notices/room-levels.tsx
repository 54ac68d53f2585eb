import { Link } from '@tanstack/react-router';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { useText } from '#client/i18n/use-text.ts';
import classes from './preferences-section.module.css';

/** The rooms that tell less than all; each is set in the room itself. */
export function RoomLevels() {
  const t = useText('notices');
  const { rooms } = useRooms();
  const nameOf = useRoomName();
  const own = rooms.filter(({ muted, notify }) => muted || notify !== 'all');
  if (own.length === 0) return <p className={classes.note}>{t('preferences.allRooms')}</p>;
  return (
    <ul className={classes.rooms}>
      {own.map((room) => (
        <li key={room.id}>
          <Link to="/chat/$roomId" params={{ roomId: room.id }} className={classes.room}>
            {nameOf(room)}
          </Link>
          <span className={classes.note}>
            {[
              ...(room.notify === 'all' ? [] : [t(`preferences.levels.${room.notify}`)]),
              ...(room.muted ? [t('preferences.levels.muted')] : []),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
