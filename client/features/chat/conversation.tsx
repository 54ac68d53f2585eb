import { useCallback, useState } from 'react';
import { MessagesSquare } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { useUploads } from '#client/ui/use-uploads.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { RoomDetail } from '#server/chat/chat.schema.ts';
import { ArchivedNote } from './archived-note.tsx';
import { Composer } from './composer.tsx';
import { MessageDesk } from './message-desk.tsx';
import { MessageList } from './message-list.tsx';
import { NewMessageVoice } from './new-message-voice.tsx';
import type { Written } from './outgoing.ts';
import { PinnedBar } from './pinned-bar.tsx';
import { TypingLine } from './typing-line.tsx';
import { useStartReply } from './use-drafts.ts';
import { useMessages } from './use-messages.ts';
import { useUnsent } from './use-outbox.ts';
import { useIsLooking, useReadMark } from './use-read-mark.ts';
import { usePlace } from './use-place.ts';
import { useRoomName } from './use-room-name.ts';
import classes from './room-page.module.css';

/** With more than this unread, reading goes on where it stopped instead of at the end. */
const READ_ON_FROM = 40;

/** Mounted anew for each room. */
export function Conversation({ room }: { room: RoomDetail }) {
  const t = useText('chat');
  const name = useRoomName()(room);
  const { readNo, seesFromStart } = useMine(room);
  const { lineNo, readOnFrom } = useReadLine(room, readNo);
  const { aroundNo, left, target, jumpTo, toNewest } = usePlace(room.id, readOnFrom);
  const { query, messages, ...loading } = useMessages(room.id, aroundNo);
  const { unsent, post, retry, remove } = useUnsent(room.id, messages);
  const startReply = useStartReply(room.id);
  const attaching = useUploads(`room:${room.id}`);
  const [seenNo, setSeenNo] = useState(0);
  useReadMark(room.id, { seenNo, readNo, unreadFromNo: room.unreadFromNo });
  const jump = useCallback(
    (no: number) =>
      jumpTo(
        no,
        messages.some((message) => message.no === no),
      ),
    [jumpTo, messages],
  );
  const nothingSaid = seesFromStart
    ? { title: t('noMessages') }
    : { title: t('noNewMessages'), text: t('seenFromJoining') };
  function send(written: Written) {
    if (loading.hasNewer) toNewest();
    post(written);
  }
  return (
    <MessageDesk room={room} onJump={jump} onReply={startReply}>
      <DropFiles className={classes.drop} onFiles={room.archivedAt === null ? attaching.add : null}>
        <PinnedBar />
        <div className={classes.talk}>
          <ListState
            query={query}
            isEmpty={messages.length === 0 && unsent.length === 0}
            empty={{ icon: MessagesSquare, ...nothingSaid }}
            skeleton={<RowsSkeleton height={56} withAvatar />}
          >
            <MessageList
              key={aroundNo}
              name={name}
              conversation={{
                ...loading,
                roomId: room.id,
                aroundNo,
                left,
                messages,
                unsent,
                members: room.members,
                lineNo,
                target,
              }}
              onSeen={setSeenNo}
              onJump={jump}
              onNewest={toNewest}
              onRetry={retry}
              onRemove={remove}
            />
          </ListState>
        </div>
        <NewMessageVoice messages={messages} isAtNewest={query.isSuccess && !loading.hasNewer} />
        <TypingLine roomId={room.id} />
        {room.archivedAt === null ? (
          <Composer
            room={room}
            name={name}
            messages={messages}
            onSend={send}
            attaching={attaching}
          />
        ) : (
          <ArchivedNote />
        )}
      </DropFiles>
    </MessageDesk>
  );
}

function useMine(room: RoomDetail) {
  const viewer = useViewer();
  const me = room.members.find((member) => member.userId === viewer.id);
  const readNo = me === undefined ? 0 : Math.max(me.readNo, me.joinedNo - 1);
  return { readNo, seesFromStart: me === undefined || me.seesFromNo === 1 };
}

/**
 * Where one stopped reading: when the room was opened, or when the window was left. It stays while one reads, so that it
 * can be found.
 */
function useReadLine(room: RoomDetail, readNo: number) {
  const lastNo = room.lastMessage?.no ?? 0;
  const stoppedAt = room.unreadFromNo === null ? readNo : Math.min(readNo, room.unreadFromNo - 1);
  const isLooking = useIsLooking();
  const [left, setLeft] = useState({ isLooking, lineNo: stoppedAt < lastNo ? stoppedAt : null });
  if (left.isLooking !== isLooking)
    setLeft({ isLooking, lineNo: isLooking ? lineAfterBreak(left.lineNo) : left.lineNo });
  const [readOnFrom] = useState(lastNo - stoppedAt > READ_ON_FROM ? stoppedAt : null);
  const lineNo = room.unreadFromNo === null ? left.lineNo : room.unreadFromNo - 1;
  return { lineNo, readOnFrom };

  /** Coming back to something new draws the line anew. */
  function lineAfterBreak(before: number | null): number | null {
    return readNo < lastNo ? readNo : before;
  }
}
