import { CalendarDays, ListTodo, MessageCircle, TimerReset } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { PAGE_MAX } from '#server/atoms.schema.ts';
import { Badge } from '#client/ui/badge.tsx';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import { LaterButtons } from './later-buttons.tsx';
import { SNOOZES } from './later-choices.ts';
import type { NoticeGroup } from './notice-groups.ts';
import { NoticeRow } from './notice-row.tsx';
import classes from './inbox.module.css';

/** How many of one room or task are shown before somebody asks for the others. */
const SHOWN = 3;

const ICONS = { room: MessageCircle, task: ListTodo, reminder: TimerReset, day: CalendarDays };

type Props = {
  group: NoticeGroup;
  name: string;
  onOpen: (notice: NoticeItem) => void;
  onMark: (notice: NoticeItem, isRead: boolean) => void;
  /** Null: back at once. */
  onLater: (ids: string[], until: Date | null) => void;
};

export function NoticeGroupView({ group, name, onOpen, onMark, onLater }: Props) {
  const t = useText('notices');
  const [isOpen, setOpen] = useState(false);
  const [isLater, setLater] = useState(false);
  const ids = group.notices.slice(0, PAGE_MAX).map(({ id }) => id);
  const { notices, unread, subjectKind } = group;
  const Icon = ICONS[subjectKind];
  const shown = isOpen ? notices : notices.slice(0, SHOWN);
  const hidden = notices.length - shown.length;
  return (
    <section className={classes.group} aria-label={name}>
      <h3 className={classes.place}>
        <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
        <span className={classes.name}>{name}</span>
        <Badge count={unread} label={t('unread', { count: unread })} />
        {notices.length > 1 && (
          <button
            type="button"
            className={classes.groupLater}
            aria-expanded={isLater}
            onClick={() => setLater(!isLater)}
          >
            {t('allLater')}
          </button>
        )}
      </h3>
      {isLater && (
        <div className={classes.choices}>
          <LaterButtons
            label={t('allLaterOf', { name })}
            choices={SNOOZES}
            onPick={(until) => onLater(ids, until)}
          />
        </div>
      )}
      <ul className={classes.list}>
        {shown.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            isOneOfMany={group.givenBy !== null}
            onOpen={() => onOpen(notice)}
            onMark={(isRead) => onMark(notice, isRead)}
            onLater={(until) => onLater([notice.id], until)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('more', { count: hidden })}
        </button>
      )}
    </section>
  );
}
