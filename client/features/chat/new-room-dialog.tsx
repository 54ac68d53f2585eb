import { Button, Modal, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import { ROOM_TITLE_MAX } from '#server/chat/chat.schema.ts';
import { type NewRoom, useRoomActs } from './use-room-acts.ts';
import '#client/ui/field-styles.ts';
import '#client/ui/dialog-styles.ts';
import classes from './new-room-dialog.module.css';

type Props = { isOpen: boolean; onClose: () => void; onCreated: (roomId: string) => void };

/** One person: the room the two share. Several: a new group. Or the room of one's team. */
export function NewRoomDialog({ isOpen, onClose, onCreated }: Props) {
  const t = useText('chat');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('newRoom')} size={420}>
      <NewRoomForm onCreated={onCreated} />
    </Modal>
  );
}

type With = 'people' | 'team';

function NewRoomForm({ onCreated }: Pick<Props, 'onCreated'>) {
  const t = useText('chat');
  const viewer = useViewer();
  const { createRoom } = useRoomActs();
  const [choice, setChoice] = useState<With>('people');
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isTeam = choice === 'team';
  const isReady = isTeam ? viewer.teamId !== null : memberIds.length > 0;
  const hasTitle = isTeam || memberIds.length > 1;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    const named = hasTitle ? title.trim() || null : null;
    const people: NewRoom['kind'] = memberIds.length === 1 ? 'direct' : 'group';
    setBusy(true);
    setError(null);
    try {
      const kind = isTeam ? 'team' : people;
      onCreated(await createRoom({ kind, title: named, memberIds: isTeam ? [] : memberIds }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  function toggle(id: string) {
    setMemberIds((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <div>
        <Choice<With>
          label={t('with')}
          value={choice}
          options={[
            { value: 'people', label: t('people') },
            { value: 'team', label: t('myTeam') },
          ]}
          onChange={setChoice}
        />
      </div>
      {isTeam ? (
        <TeamText />
      ) : (
        <>
          <Chosen ids={memberIds} onRemove={toggle} />
          <div className={classes.picker}>
            <PersonPicker
              label={t('with')}
              chosenIds={memberIds}
              onToggle={toggle}
              isEligible={(person) => person.id !== viewer.id}
            />
          </div>
        </>
      )}
      {hasTitle && (
        <TextInput
          label={t('roomTitle')}
          placeholder={t('roomTitleHint')}
          size="sm"
          maxLength={ROOM_TITLE_MAX}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      {error !== null && <Failure error={error} />}
      <Button type="submit" size="sm" disabled={!isReady} loading={isBusy}>
        {t('start')}
      </Button>
    </form>
  );
}

function TeamText() {
  const t = useText('chat');
  const viewer = useViewer();
  const { teamOf } = usePeople();
  const team = viewer.teamId === null ? undefined : teamOf(viewer.teamId);
  return (
    <p className={classes.team}>
      {team === undefined ? t('noTeam') : t('teamRoomText', { team: team.name })}
    </p>
  );
}

function Chosen({ ids, onRemove }: { ids: string[]; onRemove: (id: string) => void }) {
  const t = useText('chat');
  const { personOf } = usePeople();
  if (ids.length === 0) return null;
  return (
    <ul className={classes.chosen} aria-label={t('with')}>
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            className={classes.person}
            aria-label={t('removePerson', { name: personOf(id)?.name ?? '' })}
            onClick={() => onRemove(id)}
          >
            <PersonTag id={id} />
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
