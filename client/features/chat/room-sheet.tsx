import { Button } from '@mantine/core';
import { LogOut, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { roomAbilities } from '#server/chat/chat.policy.ts';
import type { RoomDetail, RoomMember } from '#server/chat/chat.schema.ts';
import { useRoomActs } from './use-rooms.ts';
import classes from './room-sheet.module.css';

type Props = { room: RoomDetail; isOpen: boolean; onClose: () => void; onLeft: () => void };

/** Who is in the room; managers add people, everybody may leave a group. */
export function RoomSheet({ room, isOpen, onClose, onLeft }: Props) {
  const t = useText('chat');
  const viewer = useViewer();
  const { addMembers, leaveRoom } = useRoomActs();
  const [isAdding, setAdding] = useState(false);
  const me = room.members.find((member) => member.userId === viewer.id);
  const can = roomAbilities(me ?? { isManager: false }, room);
  async function leave() {
    const question = { title: t('leaveTitle'), text: t('leaveText'), action: t('leave') };
    if (!(await confirm({ ...question, isDangerous: true }))) return;
    leaveRoom(room.id).then(onLeft, toastFailed);
  }
  return (
    <SideSheet
      title={t('membersOf', { count: room.members.length })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className={classes.acts}>
        {can.addMembers && (
          <Button
            variant="light"
            leftSection={<UserRoundPlus size={15} aria-hidden="true" />}
            aria-expanded={isAdding}
            onClick={() => setAdding(!isAdding)}
          >
            {t('addPeople')}
          </Button>
        )}
        {can.leave && (
          <Button
            variant="subtle"
            color="red"
            leftSection={<LogOut size={15} aria-hidden="true" />}
            onClick={() => void leave()}
          >
            {t('leave')}
          </Button>
        )}
      </div>
      {isAdding && can.addMembers && (
        <div className={classes.picker}>
          <PersonPicker
            label={t('addPeople')}
            chosenIds={[]}
            onToggle={(id) => void addMembers(room.id, [id]).catch(toastFailed)}
            isEligible={(person) => !room.memberIds.includes(person.id)}
          />
        </div>
      )}
      <Members members={room.members} />
    </SideSheet>
  );
}

function Members({ members }: { members: readonly RoomMember[] }) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const presence = usePresence();
  const named = members
    .map((member) => ({ member, name: personOf(member.userId)?.name ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ko'));
  return (
    <ul className={classes.members} aria-label={t('members')}>
      {named.map(({ member, name }) => (
        <li key={member.userId} className={classes.member}>
          <Avatar
            person={{ id: member.userId, name }}
            size={32}
            isNamed={false}
            presence={presence.get(member.userId)}
          />
          <span>{name}</span>
          {member.userId === viewer.id && <span className={classes.mark}>{t('common:me')}</span>}
          {member.isManager && <span className={classes.mark}>{t('manager')}</span>}
        </li>
      ))}
    </ul>
  );
}
