import { Button } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { ComboList } from '#client/ui/combo-list.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { toastDone } from '#client/ui/toasts.ts';
import { roomAbilities } from '#server/chat/chat.policy.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { RoomAvatar } from './room-avatar.tsx';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import classes from './forward-form.module.css';

type Props = { message: Message; onDone: () => void };

/** Each room gets the message once, however often one tries: what failed is sent again under its own id. */
export function ForwardForm({ message, onDone }: Props) {
  const t = useText('chat');
  const nameOf = useRoomName();
  const { rooms } = useRooms();
  const { client } = trpc.useUtils();
  const [copies, setCopies] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  function toggle(roomId: string) {
    const next = new Map(copies);
    if (!next.delete(roomId)) next.set(roomId, newId());
    setCopies(next);
  }
  async function forward() {
    setBusy(true);
    setError(null);
    const wishes = [...copies].map(([roomId, id]) => ({ roomId, id, messageId: message.id }));
    const sent = await Promise.allSettled(
      wishes.map((wish) => client.chat.forward.mutate({ ...wish, mutationId: wish.id })),
    );
    const failed = sent.find((one) => one.status === 'rejected');
    setBusy(false);
    if (failed === undefined) {
      toastDone(t('forwarded', { count: copies.size }));
      onDone();
    } else {
      setCopies(new Map([...copies].filter((_, at) => sent[at]?.status === 'rejected')));
      setError(failed.reason);
    }
  }
  const itemsFor = (typed: string) =>
    rooms
      .filter((room) => roomAbilities({ isManager: false }, room).send)
      .map((room) => ({ room, name: nameOf(room) }))
      .filter(({ name }) => matchesName({ name }, typed))
      .map(({ room, name }) => ({
        id: room.id,
        isChosen: copies.has(room.id),
        content: (
          <span className={classes.room}>
            <RoomAvatar room={room} />
            <span className={classes.name}>{name}</span>
          </span>
        ),
      }));
  return (
    <div className={classes.form}>
      <p className={classes.message}>{message.body}</p>
      <div className={classes.picker}>
        <ComboList
          label={t('rooms')}
          placeholder={t('findRoom')}
          nothing={t('noRoomFound')}
          itemsFor={itemsFor}
          onChoose={toggle}
        />
      </div>
      {error !== null && <Failure error={error} />}
      <Button
        size="sm"
        disabled={copies.size === 0}
        loading={isBusy}
        onClick={() => void forward()}
      >
        {copies.size === 0 ? t('forward') : t('forwardTo', { count: copies.size })}
      </Button>
    </div>
  );
}
