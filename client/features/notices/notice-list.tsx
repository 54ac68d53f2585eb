import { Bell, Clock } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now, useMinute } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { sayAppointment, sayDay } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import { groupNotices, type NoticeGroup } from './notice-groups.ts';
import { NoticeGroupView } from './notice-group.tsx';
import { useNoticeActs, useNotices } from './use-notices.ts';
import classes from './inbox.module.css';

type Props = {
  isSnoozed: boolean;
  nameOfRoom: (roomId: string) => string;
  /** Where the first notice takes the focus. */
  inbox: RefObject<HTMLElement | null>;
  onClose: () => void;
};

export function NoticeList({ isSnoozed, nameOfRoom, inbox, onClose }: Props) {
  const t = useText('notices');
  const locale = useLocale();
  const minute = useMinute();
  const { personOf } = usePeople();
  const { query, notices } = useNotices(isSnoozed);
  const { mark, snooze, unsnooze } = useNoticeActs();
  const isThere = !query.isPending;
  useEffect(() => {
    const first = inbox.current?.querySelector<HTMLElement>('[data-notice]');
    if (isThere) first?.focus({ preventScroll: true });
  }, [isThere, inbox]);
  function nameOf({ subjectKind, subjectId, givenBy, notices: all }: NoticeGroup): string {
    const [newest] = all;
    if (givenBy !== null) {
      const name = personOf(givenBy)?.name ?? t('common:unknownPerson');
      return t('gaveMany', { name, count: all.length });
    }
    if (subjectKind === 'room') return nameOfRoom(subjectId);
    if (subjectKind === 'day') return sayDay(subjectId, { now: minute, locale });
    return newest?.title ?? '';
  }
  const markOne = ({ id }: NoticeItem, isRead: boolean) => {
    mark([id], isRead).catch(toastFailed);
  };
  /** `before`: until when they had been put off already. */
  function putBack(ids: string[], before: Date | null) {
    return before !== null && before > now() ? snooze(ids, before) : unsnooze(ids);
  }
  async function putOff(ids: string[], until: Date | null) {
    const before = notices.find(({ id }) => id === ids[0])?.snoozedUntil ?? null;
    inbox.current?.querySelector('button')?.focus({ preventScroll: true });
    try {
      await snooze(ids, until);
      if (until === null) return;
      const when = sayAppointment(until, { now: now(), locale });
      toastDone(t('putOff', { when }), {
        label: t('common:undo'),
        run: () => void putBack(ids, before).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  const empty = isSnoozed
    ? { icon: Clock, title: t('noSnoozed'), text: t('noSnoozedText') }
    : { icon: Bell, title: t('nothing'), text: t('nothingText') };
  return (
    <ListState query={query} isEmpty={notices.length === 0} empty={empty}>
      {groupNotices(notices).map((group) => (
        <NoticeGroupView
          key={group.id}
          group={group}
          name={nameOf(group)}
          onOpen={(notice) => {
            if (notice.readAt === null) markOne(notice, true);
            onClose();
          }}
          onMark={markOne}
          onLater={(ids, until) => void putOff(ids, until)}
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
  );
}
