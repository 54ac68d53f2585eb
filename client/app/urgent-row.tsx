import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Siren, X } from 'lucide-react';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { placeOf } from '#client/features/notices/place-of.ts';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import classes from './urgent-bar.module.css';

type Props = { notice: NoticeItem; onClose: () => void };

/** Who, where, and what was said; to it, or away. */
export function UrgentRow({ notice, onClose }: Props) {
  const t = useText('app');
  const isNarrow = useNarrow();
  const { name, place, text } = useUrgentWords().words(notice);
  return (
    <li className={classes.row}>
      <Siren className={classes.icon} size={18} aria-hidden="true" />
      <div className={classes.what}>
        <span className={classes.who}>
          <strong className={classes.mark}>{t('urgent.mark')}</strong>
          <span className={classes.name}>{name}</span>
          {place !== '' && <span className={classes.place}>{place}</span>}
        </span>
        <span className={classes.text}>{text}</span>
      </div>
      <div className={classes.acts}>
        <Link
          {...placeOf(notice)}
          className={classes.open}
          aria-label={t('urgent.openOf', { name })}
        >
          {t('common:open')}
        </Link>
        {isNarrow ? (
          <IconButton icon={X} label={t('urgent.closeOf', { name })} onClick={onClose} />
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.close ?? ''}
            aria-label={t('urgent.closeOf', { name })}
            onClick={onClose}
          >
            {t('common:close')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** `place` is empty between two, where the name says it, and until the rooms are known. */
export function useUrgentWords() {
  const t = useText('app');
  const { personOf } = usePeople();
  const { query, rooms } = useRooms();
  const roomName = useRoomName();
  function words({ actorId, subjectId, body, file }: NoticeItem) {
    const person = actorId === null ? undefined : personOf(actorId);
    const room = rooms.find(({ id }) => id === subjectId);
    return {
      name: person?.name ?? t('common:unknownPerson'),
      place: room === undefined || room.kind === 'direct' ? '' : roomName(room),
      text: body === '' ? (file?.name ?? '') : body,
    };
  }
  return { isComplete: !query.isPending, words };
}
