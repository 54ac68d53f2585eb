import { useText } from '#client/i18n/use-text.ts';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import { roomAbilities } from '#server/chat/chat.policy.ts';
import type { RoomDetail } from '#server/chat/chat.schema.ts';
import { RoomAbout } from './room-about.tsx';
import { RoomMembers } from './room-members.tsx';
import { RoomSettings } from './room-settings.tsx';
import classes from './room-sheet.module.css';

type Props = {
  room: RoomDetail;
  isOpen: boolean;
  onClose: () => void;
  onLeft: () => void;
  onOpenRoom: (roomId: string) => void;
};

/** What a room is, to everybody and to oneself, and who is in it. */
export function RoomSheet({ room, isOpen, onClose, onLeft, onOpenRoom }: Props) {
  const t = useText('chat');
  const viewer = useViewer();
  const me = room.members.find((member) => member.userId === viewer.id);
  const can = roomAbilities(me ?? { isManager: false }, room);
  return (
    <SideSheet title={t('sheet.title')} isOpen={isOpen} onClose={onClose}>
      <div className={classes.parts}>
        <RoomAbout room={room} can={can} />
        <RoomSettings room={room} can={can} onLeft={onLeft} />
        <RoomMembers room={room} can={can} onOpenRoom={onOpenRoom} />
      </div>
    </SideSheet>
  );
}
