// The conversation itself: only what is near the screen is drawn. It stays where somebody reads while older messages
// come in above and new ones below, and follows the talk only from the end of it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { WhenDay } from '#client/ui/when.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message, RoomMember } from '#server/chat/chat.schema.ts';
import { MessageBubble } from './message-bubble.tsx';
import { type MessageRow, messageRows } from './message-rows.ts';
import type { Unsent } from './outbox.ts';
import { unreadNumber } from './unread-number.ts';
import classes from './message-list.module.css';

const NEAR_END_PX = 80;
/** So many rows before the edge of what is loaded, more is asked for. */
const NEAR_EDGE_ROWS = 15;
/** Rows are measured as they are drawn: so long until the starting place is the right one. */
const SETTLES_MS = 120;

type Conversation = {
  messages: readonly Message[];
  unsent: readonly Unsent[];
  members: readonly RoomMember[];
  /** Read up to here when the room was opened. */
  lineNo: number | null;
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
  /** To the end of the room, which may not be loaded. */
  onNewest: () => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

export function MessageList({ name, conversation, onSeen, onNewest, onRetry, onRemove }: Props) {
  const t = useText('chat');
  const viewer = useViewer();
  const { messages, unsent, members, lineNo, hasOlder, hasNewer, older, newer } = conversation;
  const rows = useMemo(
    () => messageRows(messages, unsent, { lineNo, hasBefore: hasOlder, viewerId: viewer.id }),
    [messages, unsent, lineNo, hasOlder, viewer.id],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const reachedEnd = useRef(!hasNewer);
  // oxlint-disable-next-line react/incompatible-library -- it changes itself; nothing here relies on it staying the same
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    getItemKey: (at) => rows[at]?.id ?? at,
    anchorTo: 'end',
    // Not while reading on into pages that are only just being loaded.
    followOnAppend: reachedEnd.current && !hasNewer,
    scrollEndThreshold: NEAR_END_PX,
    overscan: 8,
    paddingEnd: 8,
  });
  useLayoutEffect(() => {
    reachedEnd.current = !hasNewer;
  }, [hasNewer]);
  const isPlaced = useStartingPlace(rows, virtualizer);
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (!isPlaced) return;
    if (first < NEAR_EDGE_ROWS && hasOlder) older();
    if (last > rows.length - NEAR_EDGE_ROWS && hasNewer) newer();
  }, [isPlaced, first, last, rows.length, hasOlder, hasNewer, older, newer]);
  const isAtEnd = !hasNewer && virtualizer.isAtEnd(NEAR_END_PX);
  const seenNo = newestSeen(rows, items, virtualizer);
  useEffect(() => onSeen(seenNo), [onSeen, seenNo]);
  const missed = useMissed(messages, isAtEnd, viewer.id);
  useFollowOwn(unsent, virtualizer);
  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('log', { name })}
      >
        <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
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
                <MessageBubble
                  row={row}
                  isMine={row.authorId === viewer.id}
                  notRead={row.message === null ? 0 : unreadNumber(row.message, members)}
                  onRetry={onRetry}
                  onRemove={onRemove}
                />
              </div>
            );
          })}
        </div>
      </div>
      {!isAtEnd && rows.length > 0 && (
        <button
          type="button"
          className={classes.toEnd}
          data-news={missed > 0 || undefined}
          onClick={() => (hasNewer ? onNewest() : virtualizer.scrollToEnd())}
        >
          <ArrowDown size={15} aria-hidden="true" />
          {missed > 0 ? t('newMessages', { count: missed }) : t('newest')}
        </button>
      )}
    </div>
  );
}

type List = ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>;

/** At the line up to which one has read, or at the end; true once it has come to rest there. */
function useStartingPlace(rows: readonly MessageRow[], virtualizer: List): boolean {
  const [isPlaced, setPlaced] = useState(false);
  const isEmpty = rows.length === 0;
  const line = rows.findIndex((row) => row.isAfterLine);
  const place = useEffectEvent(() => {
    if (line === -1) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(line, { align: 'start' });
  });
  useLayoutEffect(() => {
    if (isEmpty) return;
    place();
    const timer = setTimeout(() => setPlaced(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  return isPlaced;
}

function newestSeen(
  rows: readonly MessageRow[],
  items: ReturnType<List['getVirtualItems']>,
  virtualizer: List,
): number {
  const bottom = (virtualizer.scrollOffset ?? 0) + (virtualizer.scrollRect?.height ?? 0);
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
function useFollowOwn(unsent: readonly Unsent[], virtualizer: List): void {
  const newestId = unsent.at(-1)?.id;
  const known = useRef(newestId);
  useLayoutEffect(() => {
    if (newestId !== undefined && newestId !== known.current) virtualizer.scrollToEnd();
    known.current = newestId;
  }, [newestId, virtualizer]);
}
