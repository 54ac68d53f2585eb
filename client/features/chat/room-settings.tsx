import { Button, Switch } from '@mantine/core';
import { Archive, ArchiveRestore, LogOut } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { roomAbilities } from '#server/chat/chat.policy.ts';
import { HISTORIES, NOTIFIES } from '#server/chat/chat.room.schema.ts';
import type { RoomDetail } from '#server/chat/chat.schema.ts';
import { type OwnPatch, useRoomActs } from './use-room-acts.ts';
import '#client/ui/field-styles.ts';
import '@mantine/core/styles/Switch.layer.css';
import classes from './room-settings.module.css';

type Props = { room: RoomDetail; can: ReturnType<typeof roomAbilities>; onLeft: () => void };

/** What it is to oneself first, then to all. */
export function RoomSettings({ room, can, onLeft }: Props) {
  const t = useText('chat');
  const { setMine } = useRoomActs();
  const set = (patch: OwnPatch) => void setMine(room, patch).catch(toastFailed);
  return (
    <div className={classes.settings}>
      <FieldRows>
        <FieldRow label={t('sheet.notify')}>
          <Choice
            label={t('sheet.notify')}
            value={room.notify}
            options={NOTIFIES.map((value) => ({ value, label: t(`sheet.notifies.${value}`) }))}
            onChange={(notify) => set({ notify })}
          />
        </FieldRow>
        <FieldRow label={t('sheet.mute')} hint={t('sheet.muteHint')}>
          <Switch
            aria-label={t('sheet.mute')}
            checked={room.muted}
            onChange={(event) => set({ muted: event.currentTarget.checked })}
          />
        </FieldRow>
        <FieldRow label={t('sheet.pin')} hint={t('sheet.pinHint')}>
          <Switch
            aria-label={t('sheet.pin')}
            checked={room.pinned}
            onChange={(event) => set({ pinned: event.currentTarget.checked })}
          />
        </FieldRow>
        {room.kind !== 'direct' && <History room={room} canChange={can.describe} />}
      </FieldRows>
      <Acts room={room} can={can} onLeft={onLeft} />
    </div>
  );
}

function History({ room, canChange }: { room: RoomDetail; canChange: boolean }) {
  const t = useText('chat');
  const { updateRoom } = useRoomActs();
  return (
    <FieldRow label={t('sheet.history')} hint={t('sheet.historyHint')}>
      {canChange ? (
        <Choice
          label={t('sheet.history')}
          value={room.history}
          options={HISTORIES.map((value) => ({ value, label: t(`sheet.histories.${value}`) }))}
          onChange={(history) => void updateRoom(room, { history }).catch(toastFailed)}
        />
      ) : (
        t(`sheet.histories.${room.history}`)
      )}
    </FieldRow>
  );
}

function Acts({ room, can, onLeft }: Props) {
  const t = useText('chat');
  const { archiveRoom, leaveRoom } = useRoomActs();
  const isArchived = room.archivedAt !== null;
  async function archive() {
    try {
      await archiveRoom(room, !isArchived);
      const undo = () => void archiveRoom(room, isArchived).catch(toastFailed);
      if (!isArchived) toastDone(t('sheet.archived'), { label: t('common:undo'), run: undo });
    } catch (error) {
      toastFailed(error);
    }
  }
  async function leave() {
    const question = { title: t('leaveTitle'), text: t('leaveText'), action: t('leave') };
    if (!(await confirm({ ...question, isDangerous: true }))) return;
    leaveRoom(room.id).then(onLeft, toastFailed);
  }
  const ArchiveIcon = isArchived ? ArchiveRestore : Archive;
  return (
    <div className={classes.acts}>
      {can.archive && (
        <Button
          variant="default"
          leftSection={<ArchiveIcon size={15} aria-hidden="true" />}
          onClick={() => void archive()}
        >
          {t(isArchived ? 'sheet.unarchive' : 'sheet.archive')}
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
  );
}
