import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { newId } from '#client/api/new-id.ts';
import { putFile } from '#client/ui/put-file.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { RoomDetail } from '#server/chat/chat.schema.ts';
import { RoomAvatar } from './room-avatar.tsx';
import { useRoomActs } from './use-room-acts.ts';
import classes from './room-picture.module.css';

/** The types a browser is asked to show by itself. */
const PICTURES = 'image/png,image/jpeg,image/gif,image/webp';

/** The room's picture, to be changed or taken away. */
export function RoomPicture({ room }: { room: RoomDetail }) {
  const t = useText('chat');
  const { updateRoom } = useRoomActs();
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  async function change(picture: File | undefined) {
    if (picture === undefined) return;
    setBusy(true);
    try {
      const { signal } = new AbortController();
      const stored = await putFile(picture, { id: newId(), signal, onProgress: () => {} });
      await updateRoom(room, { pictureId: stored.id });
    } catch (error) {
      toastFailed(error);
    } finally {
      setBusy(false);
    }
  }
  const choose: MenuItem = {
    label: t('sheet.choosePicture'),
    icon: ImageUp,
    onSelect: () => field.current?.click(),
  };
  const remove: MenuItem = {
    label: t('sheet.removePicture'),
    icon: Trash2,
    onSelect: () => void updateRoom(room, { pictureId: null }).catch(toastFailed),
  };
  return (
    <>
      <DropMenu
        label={t('sheet.picture')}
        items={room.pictureId === null ? [choose] : [choose, remove]}
        renderButton={(button) => (
          <button
            type="button"
            className={classes.button}
            title={t('sheet.picture')}
            aria-busy={isBusy}
            disabled={isBusy}
            {...button}
          >
            <span className={classes.face} aria-hidden="true">
              <RoomAvatar room={room} />
            </span>
            <VisuallyHidden>{t('sheet.picture')}</VisuallyHidden>
          </button>
        )}
      />
      <input
        ref={field}
        type="file"
        hidden
        accept={PICTURES}
        aria-label={t('sheet.choosePicture')}
        onChange={(event) => {
          void change(event.target.files?.[0]);
          event.target.value = ''; // the same picture may be chosen again
        }}
      />
    </>
  );
}
