import { Button } from '@mantine/core';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { roomAbilities } from '#server/chat/chat.policy.ts';
import type { RoomDetail, RoomMember } from '#server/chat/chat.schema.ts';
import { MemberMenu } from './member-menu.tsx';
import { useRoomActs } from './use-room-acts.ts';
import classes from './room-members.module.css';

type Props = {
  room: RoomDetail;
  can: ReturnType<typeof roomAbilities>;
  onOpenRoom: (roomId: string) => void;
};

/** From this many on they can be searched. */
const SEARCHED_FROM = 8;

/** Who is in it, and what can be done about that. */
export function RoomMembers({ room, can, onOpenRoom }: Props) {
  const t = useText('chat');
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const members = useNamed(room.members).filter(({ person }) => matchesName(person, typed));
  const addPeople = (
    <Button
      variant="light"
      leftSection={<UserRoundPlus size={15} aria-hidden="true" />}
      aria-expanded={isAdding}
      onClick={() => setAdding(!isAdding)}
    >
      {t('addPeople')}
    </Button>
  );
  return (
    <Section
      title={t('members')}
      count={room.members.length}
      action={can.addMembers ? addPeople : undefined}
    >
      {isAdding && can.addMembers && <Adding room={room} />}
      {room.members.length >= SEARCHED_FROM && (
        <input
          type="search"
          className={classes.search}
          aria-label={t('sheet.findMember')}
          placeholder={t('common:findPerson')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className={classes.members} aria-label={t('members')}>
        {members.map(({ member, person }) => (
          <li key={member.userId} className={classes.member}>
            <Face person={person} isManager={member.isManager && room.kind !== 'direct'} />
            <MemberMenu {...{ room, can, member, onOpenRoom }} name={person.name} />
          </li>
        ))}
      </ul>
      {members.length === 0 && (
        <p className={classes.nothing} aria-live="polite">
          {t('common:nobodyFound')}
        </p>
      )}
    </Section>
  );
}

function Adding({ room }: { room: RoomDetail }) {
  const t = useText('chat');
  const { addMembers } = useRoomActs();
  return (
    <div className={classes.picker}>
      <PersonPicker
        label={t('addPeople')}
        chosenIds={[]}
        onToggle={(id) => void addMembers(room.id, [id]).catch(toastFailed)}
        isEligible={(person) => !room.memberIds.includes(person.id)}
      />
    </div>
  );
}

type Shown = { id: string; name: string; username?: string };
type Named = { member: RoomMember; person: Shown };

function Face({ person, isManager }: { person: Shown; isManager: boolean }) {
  const t = useText('chat');
  const viewer = useViewer();
  const presence = usePresence();
  return (
    <>
      <Avatar person={person} size={32} isNamed={false} presence={presence.get(person.id)} />
      <span className={classes.name}>{person.name}</span>
      {person.id === viewer.id && <span className={classes.mark}>{t('common:me')}</span>}
      {isManager && <span className={classes.mark}>{t('manager')}</span>}
      <span className={classes.gap} />
    </>
  );
}

/** Oneself first, then managers, then the others, by name. */
function useNamed(members: readonly RoomMember[]): Named[] {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const rank = ({ userId, isManager }: RoomMember) => {
    if (userId === viewer.id) return 0;
    return isManager ? 1 : 2;
  };
  return members
    .map((member) => {
      const unknown = { id: member.userId, name: t('common:unknownPerson') };
      return { member, person: personOf(member.userId) ?? unknown };
    })
    .toSorted(
      (a, b) => rank(a.member) - rank(b.member) || a.person.name.localeCompare(b.person.name, 'ko'),
    );
}
