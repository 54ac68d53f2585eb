import { Link } from '@tanstack/react-router';
import { Bookmark, BookmarkX } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { When } from '#client/ui/when.tsx';
import type { Message } from '#server/chat/chat.schema.ts';
import { titleFrom } from './title-from.ts';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import { useSaved, useSavedActs } from './use-saved.ts';
import classes from './saved-sheet.module.css';

const SHOWN_MAX = 200;

type Props = { isOpen: boolean; onClose: () => void };

/** The messages of all rooms that one keeps for later. */
export function SavedSheet({ isOpen, onClose }: Props) {
  const t = useText('chat');
  return (
    <SideSheet title={t('savedList')} isOpen={isOpen} onClose={onClose}>
      <SavedList onOpen={onClose} />
    </SideSheet>
  );
}

function SavedList({ onOpen }: { onOpen: () => void }) {
  const t = useText('chat');
  const { query, items } = useSaved();
  return (
    <ListState
      query={query}
      isEmpty={items.length === 0}
      empty={{ icon: Bookmark, title: t('noSaved'), text: t('noSavedText') }}
      skeleton={<RowsSkeleton height={62} />}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- lists without bullets are none to Safari */}
      <ul role="list">
        {items.map(({ message }) => (
          <Saved key={message.id} message={message} onOpen={onOpen} />
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className={classes.more} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </ListState>
  );
}

function Saved({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const t = useText('chat');
  const nameOf = useRoomName();
  const { rooms } = useRooms();
  const { personOf } = usePeople();
  const { unsave } = useSavedActs();
  const room = rooms.find(({ id }) => id === message.roomId);
  return (
    <li className={classes.saved}>
      <Link
        to="/chat/$roomId"
        params={{ roomId: message.roomId }}
        search={{ no: message.no }}
        className={classes.open}
        onClick={onOpen}
      >
        <span className={classes.head}>
          <span className={classes.author}>
            {personOf(message.authorId)?.name ?? t('common:unknownPerson')}
          </span>
          {room !== undefined && <span className={classes.room}>{nameOf(room)}</span>}
          <When at={message.createdAt} className={classes.when} />
        </span>
        <span className={classes.words}>{titleFrom(message, SHOWN_MAX, t('message'))}</span>
      </Link>
      <IconButton
        icon={BookmarkX}
        variant="subtle"
        label={t('unsave')}
        onClick={() => unsave(message)}
      />
    </li>
  );
}
