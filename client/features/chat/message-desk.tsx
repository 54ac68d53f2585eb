// What can be done with the messages of a room, for all of them: who does it, and the dialogs it needs. They stand here,
// not in a message, because a message that scrolls away is not drawn any more.
import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from 'react';
import {
  type Message,
  type RoomDetail,
  UNREAD_NUMBER_MEMBERS_MAX,
} from '#server/chat/chat.schema.ts';

const MessageDialog = lazy(() =>
  import('./message-dialog.tsx').then((module) => ({ default: module.MessageDialog })),
);

export type DialogKind = 'readers' | 'history' | 'forward' | 'reminder';

/** What of the room decides what can be done; it stays the same while people read. */
type DeskRoom = Pick<RoomDetail, 'id' | 'memberIds' | 'archivedAt'> & {
  /** Small enough that who has read what is counted. */
  isCounted: boolean;
};

type Desk = {
  room: DeskRoom;
  /** The message that is being edited. */
  editingId: string | null;
  edit: (messageId: string | null) => void;
  open: (kind: DialogKind, message: Message) => void;
  jumpTo: (no: number) => void;
  /** Null where nothing can be answered. */
  reply: ((message: Message) => void) | null;
};

const DeskContext = createContext<Desk | null>(null);

export function useMessageDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('useMessageDesk is used outside MessageDesk.');
  return desk;
}

type Props = {
  room: RoomDetail;
  onJump: (no: number) => void;
  onReply?: (message: Message) => void;
  children: ReactNode;
};

export function MessageDesk({ room, onJump, onReply, children }: Props) {
  const [editingId, edit] = useState<string | null>(null);
  const [open, setOpen] = useState<{ kind: DialogKind; message: Message } | null>(null);
  const { id, memberIds, archivedAt } = room;
  const isCounted = room.members.length <= UNREAD_NUMBER_MEMBERS_MAX;
  const desk = useMemo<Desk>(
    () => ({
      room: { id, memberIds, archivedAt, isCounted },
      editingId,
      edit,
      open: (kind, message) => setOpen({ kind, message }),
      jumpTo: onJump,
      reply: onReply ?? null,
    }),
    [id, memberIds, archivedAt, isCounted, editingId, onJump, onReply],
  );
  return (
    <DeskContext value={desk}>
      {children}
      {open !== null && (
        <Suspense>
          <MessageDialog {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </DeskContext>
  );
}
