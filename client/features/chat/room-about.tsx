import { useText } from '#client/i18n/use-text.ts';
import { EditableText } from '#client/ui/editable-text.tsx';
import type { roomAbilities } from '#server/chat/chat.policy.ts';
import { ROOM_DESCRIPTION_MAX } from '#server/chat/chat.room.schema.ts';
import { ROOM_TITLE_MAX, type RoomDetail } from '#server/chat/chat.schema.ts';
import { RoomAvatar } from './room-avatar.tsx';
import { RoomPicture } from './room-picture.tsx';
import { useRoomActs } from './use-room-acts.ts';
import { useRoomName } from './use-room-name.ts';
import classes from './room-about.module.css';

type Props = { room: RoomDetail; can: ReturnType<typeof roomAbilities> };

/** Its picture, name and description; managers change them in place. */
export function RoomAbout({ room, can }: Props) {
  const t = useText('chat');
  const name = useRoomName()(room);
  const { updateRoom } = useRoomActs();
  return (
    <div className={classes.about}>
      {can.describe ? <RoomPicture room={room} /> : <RoomAvatar room={room} />}
      <div className={classes.words}>
        <EditableText
          label={t('roomTitle')}
          className={classes.name}
          value={can.describe ? (room.title ?? '') : name}
          placeholder={name}
          maxLength={ROOM_TITLE_MAX}
          isReadOnly={!can.describe}
          onSave={(text) => updateRoom(room, { title: text === '' ? null : text })}
        />
        {(can.describe || room.description !== null) && (
          <EditableText
            label={t('sheet.description')}
            className={classes.description}
            value={room.description ?? ''}
            placeholder={t('sheet.describe')}
            maxLength={ROOM_DESCRIPTION_MAX}
            isMultiline
            isReadOnly={!can.describe}
            onSave={(text) => updateRoom(room, { description: text === '' ? null : text })}
          />
        )}
      </div>
    </div>
  );
}
