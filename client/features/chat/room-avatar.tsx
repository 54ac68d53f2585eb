import { UsersRound } from 'lucide-react';
import { Avatar } from '#client/ui/avatar.tsx';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { RoomEventData } from '#server/chat/chat.schema.ts';
import { fileAddress } from '#server/files/files.schema.ts';
import { othersIn } from './room-name.ts';
import classes from './room-avatar.module.css';

const SIZE = 40;
const FACES = 2;

type Props = { room: Pick<RoomEventData, 'kind' | 'memberIds' | 'pictureId'> };

/** Its picture, if it has one. Else the other one's face; two of those in a group; a sign for a team. */
export function RoomAvatar({ room }: Props) {
  const viewer = useViewer();
  const { personOf } = usePeople();
  const presence = usePresence();
  const others = othersIn(room, viewer.id).map((id) => personOf(id) ?? { id, name: '?' });
  const [only] = others;
  if (room.pictureId !== null) {
    const address = fileAddress(room.pictureId, 'thumbnail');
    return <img className={classes.picture} src={address} alt="" loading="lazy" />;
  }
  if (room.kind === 'team' || only === undefined)
    return (
      <span className={classes.team} aria-hidden="true">
        <UsersRound size={20} strokeWidth={1.75} />
      </span>
    );
  if (others.length === 1)
    return <Avatar person={only} size={SIZE} isNamed={false} presence={presence.get(only.id)} />;
  return (
    <span className={classes.faces}>
      {others.slice(0, FACES).map((person) => (
        <Avatar key={person.id} person={person} size={25} isNamed={false} />
      ))}
    </span>
  );
}
