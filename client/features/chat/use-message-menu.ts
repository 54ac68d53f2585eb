// The menu of a message: only what the server would allow, in the order in which people look for it.
import {
  AlarmClockPlus,
  Bookmark,
  BookmarkMinus,
  Copy,
  CornerUpLeft,
  Forward,
  History,
  Link,
  ListPlus,
  MailOpen,
  Pencil,
  Pin,
  PinOff,
  Trash2,
  UsersRound,
} from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { confirm } from '#client/ui/confirm.ts';
import { copyText } from '#client/ui/copy-text.ts';
import type { MenuItem } from '#client/ui/drop-menu.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { messageAbilities } from '#server/chat/chat.policy.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { useMakeTask } from './use-make-task.ts';
import { useMessageActs } from './use-message-acts.ts';
import { useSaved, useSavedActs } from './use-saved.ts';

type Offer = MenuItem & { isOffered: boolean };

export function useMessageMenu(message: Message) {
  const t = useText('chat');
  const { room, edit, open, reply } = useMessageDesk();
  const can = messageAbilities(useViewer(), message, room);
  const { removeMessage, pin, markUnread } = useMessageActs();
  const { save, unsave } = useSavedActs();
  const isSaved = useSaved().items.some((item) => item.message.id === message.id);
  const { makeTask } = useMakeTask();
  const isThere = message.removedAt === null;
  const isPinned = message.pinnedAt !== null;

  async function copy(text: string, done: string) {
    if (await copyText(text)) toastDone(done);
    else toastDone(t('notCopied'));
  }
  async function remove() {
    const question = { title: t('removeAsk'), text: t('removeText'), action: t('delete') };
    if (await confirm({ ...question, isDangerous: true }))
      removeMessage(message).catch(toastFailed);
  }
  function unread() {
    markUnread(message).then(() => toastDone(t('markedUnread')), toastFailed);
  }
  const link = `${location.origin}/chat/${message.roomId}?no=${message.no}`;

  const offers: Offer[] = [
    {
      label: t('reply'),
      icon: CornerUpLeft,
      isOffered: isThere && reply !== null && room.archivedAt === null,
      onSelect: () => reply?.(message),
    },
    { label: t('edit'), icon: Pencil, isOffered: can.edit, onSelect: () => edit(message.id) },
    {
      label: t('copyText'),
      icon: Copy,
      isOffered: isThere && message.body !== '',
      isFirstOfPart: true,
      onSelect: () => void copy(message.body, t('copied')),
    },
    {
      label: t('copyLink'),
      icon: Link,
      isOffered: true,
      onSelect: () => void copy(link, t('linkCopied')),
    },
    {
      label: t('forward'),
      icon: Forward,
      isOffered: can.forward,
      onSelect: () => open('forward', message),
    },
    {
      label: isPinned ? t('unpin') : t('pin'),
      icon: isPinned ? PinOff : Pin,
      isOffered: can.pin,
      onSelect: () => void pin(message, !isPinned).catch(toastFailed),
    },
    {
      label: isSaved ? t('unsave') : t('save'),
      icon: isSaved ? BookmarkMinus : Bookmark,
      isOffered: can.save,
      onSelect: () => (isSaved ? unsave(message) : save(message)),
    },
    {
      label: t('makeTask'),
      icon: ListPlus,
      isOffered: isThere,
      isFirstOfPart: true,
      onSelect: () => void makeTask(message),
    },
    {
      label: t('makeReminder'),
      icon: AlarmClockPlus,
      isOffered: isThere,
      onSelect: () => open('reminder', message),
    },
    {
      label: t('markUnread'),
      icon: MailOpen,
      isOffered: true,
      isFirstOfPart: true,
      onSelect: unread,
    },
    {
      label: t('readers'),
      icon: UsersRound,
      isOffered: room.isCounted,
      onSelect: () => open('readers', message),
    },
    {
      label: t('history'),
      icon: History,
      isOffered: isThere && message.editedAt !== null,
      onSelect: () => open('history', message),
    },
    {
      label: t('delete'),
      icon: Trash2,
      isOffered: can.remove,
      isFirstOfPart: true,
      isDangerous: true,
      onSelect: () => void remove(),
    },
  ];
  const items: MenuItem[] = offers.filter((offer) => offer.isOffered);
  return { can, items };
}
