import { Link } from '@tanstack/react-router';
import { Mail, MailOpen } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import classes from './inbox.module.css';

type Props = { notice: NoticeItem; onOpen: () => void; onMark: (isRead: boolean) => void };

/** Who did what, with the beginning of what was said; it leads there. */
export function NoticeRow({ notice, onOpen, onMark }: Props) {
  const t = useText('notices');
  const { personOf } = usePeople();
  const actor = notice.actorId === null ? undefined : personOf(notice.actorId);
  const isUnread = notice.readAt === null;
  return (
    <li className={classes.row} data-unread={isUnread || undefined}>
      <Link {...placeOf(notice)} className={classes.link} data-notice onClick={onOpen}>
        {actor !== undefined && <Avatar person={actor} size={28} isNamed={false} />}
        <span className={classes.what}>
          <span className={classes.act}>
            {isUnread && <VisuallyHidden>{t('new')}</VisuallyHidden>}
            {t(`did.${notice.kind}`, { name: actor?.name ?? t('common:unknownPerson') })}
          </span>
          <span className={classes.text}>{notice.body || notice.file?.name}</span>
          <When at={notice.createdAt} className={classes.time} />
        </span>
      </Link>
      <IconButton
        icon={isUnread ? MailOpen : Mail}
        label={isUnread ? t('markRead') : t('markUnread')}
        size={26}
        variant="subtle"
        color="gray"
        className={classes.mark ?? ''}
        onClick={() => onMark(isUnread)}
      />
    </li>
  );
}

function placeOf({ subjectKind, subjectId, no }: NoticeItem) {
  if (subjectKind === 'task')
    return { to: '/tasks/$taskId', params: { taskId: subjectId } } as const;
  return {
    to: '/chat/$roomId',
    params: { roomId: subjectId },
    search: no === null ? {} : { no },
  } as const;
}
