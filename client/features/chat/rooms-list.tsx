import { useNavigate } from '@tanstack/react-router';
import { ChevronRight, MessageCircle, Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import type { RoomItem } from '#server/chat/chat.schema.ts';
import { LostMessages } from './lost-messages.tsx';
import { RoomRow } from './room-row.tsx';
import { roomSections, roomsFor } from './room-sections.ts';
import { useDrafts } from './use-drafts.ts';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import { useUrgentRooms } from './use-urgent.ts';
import classes from './rooms-list.module.css';

type Props = { openId: string | null; newRoom: ReactNode };

export function RoomsList({ openId, newRoom }: Props) {
  const t = useText('chat');
  const { query, rooms, unread } = useRooms();
  const urgent = useUrgentRooms();
  const drafts = useDrafts();
  const [typed, setTyped] = useState('');
  const found = useFound(rooms, useDeferredValue(typed));
  const sections = roomSections(found);
  const rowsOf = (items: readonly RoomItem[]) =>
    items.map((room) => (
      <li key={room.id} className={classes.item}>
        <RoomRow
          room={room}
          unread={unread[room.id] ?? 0}
          isUrgent={urgent.has(room.id)}
          isOpen={room.id === openId}
          draft={room.id === openId ? undefined : drafts.get(room.id)}
        />
      </li>
    ));
  return (
    <ListState
      query={query}
      isEmpty={rooms.length === 0}
      empty={{ icon: MessageCircle, title: t('empty'), text: t('emptyText'), action: newRoom }}
      skeleton={<RowsSkeleton height={62} withAvatar />}
    >
      <LostMessages />
      <Filter
        typed={typed}
        onType={setTyped}
        firstId={sections.rooms[0]?.id ?? sections.archived[0]?.id}
      />
      {found.length === 0 && (
        <p className={classes.nothing} aria-live="polite">
          {t('noRoomFound')}
        </p>
      )}
      {sections.rooms.length > 0 && (
        <ul className={classes.list} aria-label={t('rooms')}>
          {rowsOf(sections.rooms)}
        </ul>
      )}
      {sections.archived.length > 0 && (
        <Archived
          count={sections.archived.length}
          isWanted={typed !== '' || sections.archived.some(({ id }) => id === openId)}
        >
          {rowsOf(sections.archived)}
        </Archived>
      )}
    </ListState>
  );
}

function useFound(rooms: readonly RoomItem[], typed: string): readonly RoomItem[] {
  const viewer = useViewer();
  const { everybody } = usePeople();
  const nameOf = useRoomName();
  return roomsFor(rooms, typed, { nameOf, everybody, viewerId: viewer.id });
}

type FilterProps = { typed: string; onType: (text: string) => void; firstId: string | undefined };

/** Enter opens the first one that is found, Esc shows them all again. */
function Filter({ typed, onType, firstId }: FilterProps) {
  const t = useText('chat');
  const navigate = useNavigate();
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // the Enter that ends a Korean syllable
    if (event.key === 'Escape' && typed !== '') onType('');
    else if (event.key === 'Enter' && typed !== '' && firstId !== undefined)
      void navigate({ to: '/chat/$roomId', params: { roomId: firstId } });
    else return;
    event.preventDefault();
  }
  return (
    <div className={classes.filter}>
      <Search size={14} aria-hidden="true" />
      <input
        type="search"
        className={classes.field}
        aria-label={t('findRoom')}
        placeholder={t('list.find')}
        autoComplete="off"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

type ArchivedProps = { count: number; isWanted: boolean; children: ReactNode };

/** Closed until somebody looks for one of them. */
function Archived({ count, isWanted, children }: ArchivedProps) {
  const t = useText('chat');
  const [isOpened, setOpened] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const isOpen = isOpened || isWanted;
  useEffect(() => {
    // It stands at the foot of the list: what opens below would not be seen.
    if (isOpened) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpened]);
  return (
    <section className={classes.archived}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        onClick={() => setOpened(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden="true" />
        {t('list.archived')}
        <span className={classes.count}>{count}</span>
      </button>
      {isOpen && (
        <ul ref={list} className={classes.list} aria-label={t('list.archived')}>
          {children}
        </ul>
      )}
    </section>
  );
}
