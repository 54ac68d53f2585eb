import { Bell, CheckCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { sayDay } from '#client/ui/say-time.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import { groupNotices, type NoticeGroup } from './notice-groups.ts';
import { NoticeGroupView } from './notice-group.tsx';
import { useNoticeActs, useNotices } from './use-notices.ts';
import classes from './inbox.module.css';

type Props = {
  /** What the room is called here. */
  nameOfRoom: (roomId: string) => string;
  unread: number;
  onClose: () => void;
};

/** What others did that I should know, by room and task, newest first. */
export function Inbox({ nameOfRoom, unread, onClose }: Props) {
  const t = useText('notices');
  const { query, notices } = useNotices();
  const { mark, markAllRead } = useNoticeActs();
  const locale = useLocale();
  const minute = useMinute();
  const inbox = useRef<HTMLDivElement>(null);
  const isThere = !query.isPending;
  useEffect(() => {
    const first = inbox.current?.querySelector<HTMLElement>('[data-notice]');
    if (isThere) first?.focus({ preventScroll: true });
  }, [isThere]);
  function nameOf({ subjectKind, subjectId, notices: [newest] }: NoticeGroup): string {
    if (subjectKind === 'room') return nameOfRoom(subjectId);
    if (subjectKind === 'day') return sayDay(subjectId, { now: minute, locale });
    return newest?.title ?? '';
  }
  const markOne = ({ id }: NoticeItem, isRead: boolean) => {
    mark([id], isRead).catch(toastFailed);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows from any of its links
    <div ref={inbox} className={classes.inbox} onKeyDown={moveFocus}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <button
          type="button"
          className={classes.all}
          disabled={unread === 0}
          onClick={() => void markAllRead().catch(toastFailed)}
        >
          <CheckCheck size={14} aria-hidden="true" />
          {t('markAllRead')}
        </button>
      </div>
      <ListState
        query={query}
        isEmpty={notices.length === 0}
        empty={{ icon: Bell, title: t('nothing'), text: t('nothingText') }}
      >
        {groupNotices(notices).map((group) => (
          <NoticeGroupView
            key={group.subjectId}
            group={group}
            name={nameOf(group)}
            onOpen={(notice) => {
              if (notice.readAt === null) markOne(notice, true);
              onClose();
            }}
            onMark={markOne}
          />
        ))}
        {query.hasNextPage && (
          <button
            type="button"
            className={classes.more}
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('older')}
          </button>
        )}
      </ListState>
    </div>
  );
}

/** Arrows go from notice to notice. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notice]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at === -1 && step === -1 ? links.length - 1 : at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
