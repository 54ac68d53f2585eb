import { Crown, Ellipsis, MessageCircle, UserRoundMinus, UserRoundX } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { confirm } from '#client/ui/confirm.ts';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { roomAbilities } from '#server/chat/chat.policy.ts';
import type { RoomDetail, RoomMember } from '#server/chat/chat.schema.ts';
import { useRoomActs } from './use-room-acts.ts';

type Props = {
  room: RoomDetail;
  can: ReturnType<typeof roomAbilities>;
  member: RoomMember;
  name: string;
  onOpenRoom: (roomId: string) => void;
};

/** What can be done about one member; nothing is drawn when that is nothing. */
export function MemberMenu(props: Props) {
  const t = useText('chat');
  const items = useItems(props);
  const label = t('sheet.memberMenu', { name: props.name });
  if (items.length === 0) return null;
  return (
    <DropMenu
      label={label}
      align="end"
      items={items}
      renderButton={(button) => <IconButton icon={Ellipsis} label={label} {...button} />}
    />
  );
}

function useItems({ room, can, member, name, onOpenRoom }: Props): MenuItem[] {
  const t = useText('chat');
  const viewer = useViewer();
  const { createRoom, removeMember, setManager } = useRoomActs();
  const isMe = member.userId === viewer.id;
  const managers = room.members.filter(({ isManager }) => isManager).length;

  function writeTo() {
    const direct = { kind: 'direct' as const, title: null, memberIds: [member.userId] };
    createRoom(direct).then(onOpenRoom, toastFailed);
  }
  async function manage(isManager: boolean) {
    const question = { title: t('sheet.stepBackTitle'), text: t('sheet.stepBackText') };
    const isLost = isMe && !isManager;
    if (isLost && !(await confirm({ ...question, action: t('sheet.stepBack') }))) return;
    await setManager(room.id, member, isManager).catch(toastFailed);
  }
  async function remove() {
    const title = t('sheet.removeTitle', { name });
    const question = { title, text: t('sheet.removeText'), action: t('sheet.remove') };
    if (!(await confirm({ ...question, isDangerous: true }))) return;
    await removeMember(room, member).catch(toastFailed);
  }

  const items: (MenuItem | false)[] = [
    !isMe &&
      room.kind !== 'direct' && {
        label: t('sheet.writeTo'),
        icon: MessageCircle,
        onSelect: writeTo,
      },
    can.setManagers &&
      !member.isManager && {
        label: t('sheet.makeManager'),
        icon: Crown,
        onSelect: () => void manage(true),
      },
    can.setManagers &&
      member.isManager &&
      managers > 1 && {
        label: t(isMe ? 'sheet.stepBack' : 'sheet.unmakeManager'),
        icon: UserRoundMinus,
        onSelect: () => void manage(false),
      },
    can.removeMembers &&
      !isMe && {
        label: t('sheet.remove'),
        icon: UserRoundX,
        isDangerous: true,
        isFirstOfPart: true,
        onSelect: () => void remove(),
      },
  ];
  return items.filter((item) => item !== false);
}
