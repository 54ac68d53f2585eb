import { Paperclip } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { OptionRow } from '#client/ui/option-row.tsx';
import { usePeople } from '#client/ui/people.ts';
import { When } from '#client/ui/when.tsx';
import type { FoundMessage } from '#server/chat/chat.search.schema.ts';
import { hitLine } from './search-marks.ts';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import classes from './search-panel.module.css';

type Props = {
  id: string;
  message: FoundMessage;
  terms: string[];
  isActive: boolean;
  onOpen: () => void;
};

/** Who said it, where and when, and the line with what was looked for marked. */
export function FoundRow({ id, message, terms, isActive, onOpen }: Props) {
  const t = useText('chat');
  const { personOf } = usePeople();
  const { rooms } = useRooms();
  const nameOf = useRoomName();
  const room = rooms.find((one) => one.id === message.roomId);
  const author = personOf(message.authorId)?.name ?? t('search.someone');
  return (
    <OptionRow id={id} isActive={isActive} className={classes.found} onChoose={onOpen}>
      <Avatar person={{ id: message.authorId, name: author }} size={32} isNamed={false} />
      <span className={classes.words}>
        <span className={classes.top}>
          <span className={classes.author}>{author}</span>
          <span className={classes.room}>{room !== undefined && nameOf(room)}</span>
          <When at={message.createdAt} className={classes.time} />
        </span>
        <span className={classes.line}>
          {hitLine(message.body, terms).map((part, at) =>
            part.isHit ? <mark key={at}>{part.text}</mark> : part.text,
          )}
        </span>
        {message.files.map((file) => (
          <span key={file.id} className={classes.file}>
            <Paperclip size={12} aria-hidden="true" />
            {file.name}
          </span>
        ))}
      </span>
    </OptionRow>
  );
}
