import { Link } from '@tanstack/react-router';
import { BellOff, Pin } from 'lucide-react';
import { memo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { RoomItem } from '#server/chat/chat.schema.ts';
import { previewText } from './preview-text.ts';
import { RoomAvatar } from './room-avatar.tsx';
import { UrgentMark } from './urgent-mark.tsx';
import { useRoomName } from './use-room-name.ts';
import classes from './room-row.module.css';

type Props = {
  room: RoomItem;
  unread: number;
  /** Something urgent waits in it. */
  isUrgent: boolean;
  isOpen: boolean;
  draft: string | undefined;
};

/** Of hundreds, only those that changed are drawn again. */
export const RoomRow = memo(function RoomRow(props: Props) {
  const { room, unread, isUrgent, isOpen, draft } = props;
  const t = useText('chat');
  const name = useRoomName()(room);
  return (
    <Link
      to="/chat/$roomId"
      params={{ roomId: room.id }}
      className={classes.room}
      aria-current={isOpen ? 'page' : undefined}
      data-unread={(unread > 0 && !room.muted) || isUrgent || undefined}
    >
      <RoomAvatar room={room} />
      <span className={classes.words}>
        <span className={classes.top}>
          <span className={classes.name}>{name}</span>
          {room.kind !== 'direct' && <span className={classes.size}>{room.memberIds.length}</span>}
          {room.muted && <Mark icon={BellOff} label={t('list.muted')} />}
          {room.pinned && <Mark icon={Pin} label={t('list.pinned')} />}
          <When at={room.lastMessage?.createdAt ?? room.createdAt} className={classes.time} />
        </span>
        <span className={classes.bottom}>
          <span className={classes.last}>
            {draft !== undefined && <span className={classes.draft}>{t('list.draft')}</span>}
            {draft || <LastLine room={room} />}
          </span>
          {isUrgent && <UrgentMark />}
          <Badge
            count={unread}
            label={t('common:unread', { count: unread })}
            tone={room.muted ? 'quiet' : 'loud'}
          />
        </span>
      </span>
    </Link>
  );
});

function Mark({ icon: Icon, label }: { icon: typeof Pin; label: string }) {
  return (
    <span className={classes.mark} title={label}>
      <Icon size={12} strokeWidth={2} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}

function LastLine({ room }: { room: RoomItem }) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const { lastMessage } = room;
  if (lastMessage === null) return t('noNewMessages');
  const body = previewText(lastMessage, t);
  if (lastMessage.authorId === viewer.id) return `${t('you')}: ${body}`;
  const author = room.kind === 'direct' ? undefined : personOf(lastMessage.authorId);
  return author === undefined ? body : `${author.name}: ${body}`;
}
