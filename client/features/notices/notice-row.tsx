import { Link } from '@tanstack/react-router';
import { AlarmClock, Clock, Mail, MailOpen } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { useMinute } from '#client/ui/clock.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import { LaterButtons } from './later-buttons.tsx';
import { SNOOZES } from './later-choices.ts';
import { placeOf } from './place-of.ts';
import { useNoticeWords } from './use-notice-words.ts';
import classes from './inbox.module.css';

type Props = {
  notice: NoticeItem;
  /** What happened is said once for all: the row says of what. */
  isOneOfMany: boolean;
  onOpen: () => void;
  onMark: (isRead: boolean) => void;
  /** Null: back at once. */
  onLater: (until: Date | null) => void;
};

/** Who did what, with the beginning of what was said; it leads there. */
export function NoticeRow({ notice, isOneOfMany, onOpen, onMark, onLater }: Props) {
  const t = useText('notices');
  const [isLater, setLater] = useState(false);
  const { personOf } = usePeople();
  const { happened, said } = useNoticeWords();
  const actor = notice.actorId === null ? undefined : personOf(notice.actorId);
  const isUnread = notice.readAt === null;
  return (
    <li className={classes.item}>
      <div className={classes.row} data-unread={isUnread || undefined}>
        <Link {...placeOf(notice)} className={classes.link} data-notice onClick={onOpen}>
          {actor === undefined ? (
            <span className={classes.clock}>
              <AlarmClock size={16} strokeWidth={1.75} aria-hidden="true" />
            </span>
          ) : (
            <Avatar person={actor} size={28} isNamed={false} />
          )}
          <span className={classes.what}>
            <span className={classes.act}>
              {isUnread && <VisuallyHidden>{t('new')}</VisuallyHidden>}
              {notice.isUrgent && <strong className={classes.urgent}>{t('urgent')} </strong>}
              {isOneOfMany ? notice.title : happened(notice)}
            </span>
            <span className={classes.text}>{said(notice) || notice.file?.name}</span>
            <When at={notice.createdAt} className={classes.time} />
            {notice.snoozedUntil !== null && <Back at={notice.snoozedUntil} />}
          </span>
        </Link>
        <IconButton
          icon={Clock}
          label={t('laterOf')}
          size={26}
          variant="subtle"
          color="gray"
          className={classes.mark ?? ''}
          aria-expanded={isLater}
          onClick={() => setLater(!isLater)}
        />
        <IconButton
          icon={isUnread ? MailOpen : Mail}
          label={isUnread ? t('markRead') : t('markUnread')}
          size={26}
          variant="subtle"
          color="gray"
          className={classes.mark ?? ''}
          onClick={() => onMark(isUnread)}
        />
      </div>
      {isLater && (
        <div className={classes.choices}>
          {notice.snoozedUntil !== null && (
            <button type="button" className={classes.more} onClick={() => onLater(null)}>
              {t('backNow')}
            </button>
          )}
          <LaterButtons label={t('laterOf')} choices={SNOOZES} onPick={onLater} />
        </div>
      )}
    </li>
  );
}

function Back({ at }: { at: Date }) {
  const t = useText('notices');
  const locale = useLocale();
  const when = sayAppointment(at, { now: useMinute(), locale });
  return <span className={classes.back}>{t('back', { when })}</span>;
}
