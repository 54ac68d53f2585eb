// The conversation itself: only what is near the screen is drawn.
import { ArrowDown } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useNamedKey } from '#client/ui/hotkeys.ts';
import { WhenDay } from '#client/ui/when.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message, RoomMember } from '#server/chat/chat.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { DayJump } from './day-jump.tsx';
import type { Reading } from './kept-reading.ts';
import { MessageBubble } from './message-bubble.tsx';
import { type MessageRow, messageRows } from './message-rows.ts';
import { openMenuByKey } from './open-message-menu.ts';
import type { Unsent } from './outbox.ts';
import { unreadNumber } from './unread-number.ts';
import { useKeepReading } from './use-keep-reading.ts';
import {
  type LogScroll,
  NEAR_END_PX,
  useFollowTarget,
  useLogScroll,
  useStayAtEnd,
  useStartingPlace,
} from './use-log-scroll.ts';
import { useArrows, useFocusTarget, useMessageKeys } from './use-message-keys.ts';
import type { Target } from './use-place.ts';
import classes from './message-list.module.css';

/** So many rows before the edge of what is loaded, more is asked for. */
const NEAR_EDGE_ROWS = 15;

type Conversation = {
  roomId: string;
  /** Which pages are loaded. */
  aroundNo: number | null;
  /** Where it was left, if it goes on there. */
  left: Reading | null;
  messages: readonly Message[];
  unsent: readonly Unsent[];
  members: readonly RoomMember[];
  /** Read up to here when the room was opened. */
  lineNo: number | null;
  /** The message somebody jumped to, while it stands out. */
  target: Target | null;
  hasOlder: boolean;
  hasNewer: boolean;
  older: () => void;
  newer: () => void;
};

type Props = {
  name: string;
  conversation: Conversation;
  /** The newest message that is on the screen. */
  onSeen: (no: number) => void;
  onJump: (no: number) => void;
  /** To the end of the room, which may not be loaded. */
  onNewest: () => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

export function MessageList(props: Props) {
  const { name, conversation, onSeen, onJump, onNewest, onRetry, onRemove } = props;
  const t = useText('chat');
  const viewer = useViewer();
  const { roomId, aroundNo, left, messages, unsent, members, lineNo, target, ...loading } =
    conversation;
  const { hasOlder, hasNewer, older, newer } = loading;
  const rows = useMemo(
    () => messageRows(messages, unsent, { lineNo, hasBefore: hasOlder, viewerId: viewer.id }),
    [messages, unsent, lineNo, hasOlder, viewer.id],
  );
  useListKeys();
  const scroller = useRef<HTMLDivElement>(null);
  const { activeAt, setActiveId } = useMessageKeys(rows);
  const scroll = useLogScroll(scroller, { rows, hasNewer, activeAt, left });
  const { onKeyDown } = useArrows(rows, { activeAt, setActiveId, scroll });
  const isPlaced = useStartingPlace(rows, scroll, { target, left });
  useFollowTarget(rows, scroll, { target, isPlaced });
  useFocusTarget(rows, isPlaced ? target : null, setActiveId);
  const items = scroll.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (!isPlaced) return;
    if (first < NEAR_EDGE_ROWS && hasOlder) older();
    if (last > rows.length - NEAR_EDGE_ROWS && hasNewer) newer();
  }, [isPlaced, first, last, rows.length, hasOlder, hasNewer, older, newer]);
  const isAtEnd = !hasNewer && scroll.isAtEnd(NEAR_END_PX);
  useKeepReading(scroll, rows, { roomId, aroundNo, isPlaced, isAtEnd });
  useStayAtEnd(scroller, scroll, isAtEnd && isPlaced);
  const seenNo = newestSeen(rows, items, scroll);
  useEffect(() => onSeen(seenNo), [onSeen, seenNo]);
  const missed = useMissed(messages, isAtEnd, viewer.id);
  useFollowOwn(unsent, scroll);
  const topDay = canScroll(scroll) || hasOlder || hasNewer ? dayAtTop(rows, items, scroll) : null;
  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its arrow keys go through the messages */}
      <div
        ref={scroller}
        className={classes.scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('log', { name })}
        data-region
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setActiveId(null);
        }}
      >
        <div className={classes.rows} style={{ height: scroll.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={scroll.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.day !== null && (
                  <div className={classes.day}>
                    <WhenDay day={row.day} />
                  </div>
                )}
                {row.isAfterLine && <div className={classes.readLine}>{t('readSoFar')}</div>}
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter opens the menu of the message */}
                <article
                  tabIndex={-1}
                  data-message={row.id}
                  onKeyDown={openMenuByKey}
                  className={classes.message}
                  data-target={(row.message !== null && row.message.no === target?.no) || undefined}
                >
                  <MessageBubble
                    row={row}
                    isMine={row.authorId === viewer.id}
                    notRead={row.message === null ? 0 : unreadNumber(row.message, members)}
                    onRetry={onRetry}
                    onRemove={onRemove}
                  />
                </article>
              </div>
            );
          })}
        </div>
      </div>
      {topDay !== null && (
        <DayJump roomId={roomId} day={topDay} isScrolling={scroll.isScrolling} onJump={onJump} />
      )}
      {!isAtEnd && rows.length > 0 && (
        <button
          type="button"
          className={classes.toEnd}
          data-news={missed > 0 || undefined}
          onClick={() => (hasNewer ? onNewest() : scroll.scrollToEnd())}
        >
          <ArrowDown size={15} aria-hidden="true" />
          {missed > 0 ? t('newMessages', { count: missed }) : t('newest')}
        </button>
      )}
    </div>
  );
}

type Items = ReturnType<LogScroll['getVirtualItems']>;

/** Where all stands on the screen, the days between the messages say it. */
function canScroll(scroll: LogScroll): boolean {
  return scroll.getTotalSize() > (scroll.scrollRect?.height ?? 0);
}

/** What the log and its messages listen to while they have the focus. */
function useListKeys(): void {
  const t = useText('chat');
  const group = t('title');
  useNamedKey({ keys: 'arrowup arrowdown', label: t('keys.messages'), group });
  useNamedKey({ keys: 'enter', label: t('keys.menu'), group });
}

/** The day of what stands at the upper edge. */
function dayAtTop(rows: readonly MessageRow[], items: Items, scroll: LogScroll): string | null {
  const top = scroll.scrollOffset ?? 0;
  const at = items.find((item) => item.end > top);
  const row = at === undefined ? undefined : rows[at.index];
  return row === undefined ? null : seoulDay(row.at);
}

function newestSeen(rows: readonly MessageRow[], items: Items, scroll: LogScroll): number {
  const bottom = (scroll.scrollOffset ?? 0) + (scroll.scrollRect?.height ?? 0);
  const seen = items.findLast(
    (item) => item.end <= bottom + NEAR_END_PX / 2 && rows[item.index]?.message,
  );
  return seen === undefined ? 0 : (rows[seen.index]?.message?.no ?? 0);
}

/** How many others said since the end was last on the screen. */
function useMissed(messages: readonly Message[], isAtEnd: boolean, viewerId: string): number {
  const newest = messages.at(-1)?.no ?? 0;
  const [seenNo, setSeenNo] = useState(newest);
  if (isAtEnd && seenNo !== newest) setSeenNo(newest);
  return messages.filter((message) => message.no > seenNo && message.authorId !== viewerId).length;
}

/** Whoever says something wants to see it said. */
function useFollowOwn(unsent: readonly Unsent[], scroll: LogScroll): void {
  const newestId = unsent.at(-1)?.id;
  const known = useRef(newestId);
  useLayoutEffect(() => {
    if (newestId !== undefined && newestId !== known.current) scroll.scrollToEnd();
    known.current = newestId;
  }, [newestId, scroll]);
}
