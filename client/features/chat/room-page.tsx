import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft, BellOff, MessageCircleOff, TextSearch, UsersRound } from 'lucide-react';
import { use, useEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { isAbsent } from '#client/ui/error-message.ts';
import { Failure } from '#client/ui/failure.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { setTabTitle } from '#client/ui/tab-title.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { RoomDetail } from '#server/chat/chat.schema.ts';
import { ChatSearchContext } from './chat-search-context.ts';
import { Conversation } from './conversation.tsx';
import { RoomAvatar } from './room-avatar.tsx';
import { RoomSheet } from './room-sheet.tsx';
import { useRoomName } from './use-room-name.ts';
import { useRoom } from './use-rooms.ts';
import classes from './room-page.module.css';

/** One room: beside the list of rooms, on a phone a page of its own. */
export function RoomPage() {
  const { roomId } = useParams({ from: '/chat/$roomId' });
  const navigate = useNavigate();
  const { query, room } = useRoom(roomId);
  const back = () => void navigate({ to: '/chat' });
  const open = (id: string) => void navigate({ to: '/chat/$roomId', params: { roomId: id } });
  const isGone = isAbsent(query.error, 'room');
  return (
    <section className={classes.room} data-covers>
      {isGone || room === undefined ? (
        <NoRoom query={query} isGone={isGone} onBack={back} />
      ) : (
        <>
          <RoomHead room={room} onBack={back} onOpenRoom={open} />
          <Conversation key={room.id} room={room} />
        </>
      )}
    </section>
  );
}

type NoRoomProps = {
  query: ReturnType<typeof useRoom>['query'];
  isGone: boolean;
  onBack: () => void;
};

function NoRoom({ query, isGone, onBack }: NoRoomProps) {
  const t = useText('chat');
  return (
    <>
      <div className={classes.head}>
        <BackButton onBack={onBack} />
      </div>
      {isGone && (
        <EmptyState
          icon={MessageCircleOff}
          title={t('gone')}
          text={t('goneText')}
          action={
            <button type="button" className={classes.link} onClick={onBack}>
              {t('backToList')}
            </button>
          }
        />
      )}
      {!isGone && query.error !== null && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <RowsSkeleton height={56} withAvatar />}
    </>
  );
}

type HeadProps = { room: RoomDetail; onBack: () => void; onOpenRoom: (id: string) => void };

function RoomHead({ room, onBack, onOpenRoom }: HeadProps) {
  const t = useText('chat');
  const name = useRoomName()(room);
  const find = use(ChatSearchContext);
  const [isSheetOpen, setSheetOpen] = useState(false);
  useEffect(() => {
    setTabTitle(name);
  }, [name]);
  return (
    <header className={classes.head}>
      <BackButton onBack={onBack} />
      <RoomAvatar room={room} />
      <h2 className={classes.name}>{name}</h2>
      {room.kind !== 'direct' && <span className={classes.size}>{room.memberIds.length}</span>}
      {room.muted && (
        <span className={classes.muted} title={t('list.muted')}>
          <BellOff size={14} aria-hidden="true" />
          <VisuallyHidden>{t('list.muted')}</VisuallyHidden>
        </span>
      )}
      <span className={classes.acts}>
        <IconButton icon={TextSearch} label={t('search.here')} onClick={() => find(room.id)} />
        <IconButton
          icon={UsersRound}
          label={t('membersOf', { count: room.members.length })}
          onClick={() => setSheetOpen(true)}
        />
      </span>
      <RoomSheet
        room={room}
        isOpen={isSheetOpen}
        onClose={() => setSheetOpen(false)}
        onLeft={onBack}
        onOpenRoom={(id) => {
          setSheetOpen(false);
          onOpenRoom(id);
        }}
      />
    </header>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  const t = useText('chat');
  if (!useNarrow()) return null;
  return <IconButton icon={ArrowLeft} label={t('backToList')} onClick={onBack} />;
}
