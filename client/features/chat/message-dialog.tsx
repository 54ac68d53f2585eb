import { Modal } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { ForwardForm } from './forward-form.tsx';
import type { DialogKind } from './message-desk.tsx';
import { MessageHistory } from './message-history.tsx';
import { ReadersList } from './readers-list.tsx';
import { ReminderForm } from './reminder-form.tsx';
import '#client/ui/dialog-styles.ts';
import '#client/ui/field-styles.ts';

type Props = { kind: DialogKind; message: Message; onClose: () => void };

/** What needs more than a press: who has read a message, its former texts, where to forward it, when to be reminded. */
export function MessageDialog({ kind, message, onClose }: Props) {
  const t = useText('chat');
  useFocusBack();
  const titles = {
    readers: t('readers'),
    history: t('history'),
    forward: t('forward'),
    reminder: t('makeReminder'),
  };
  return (
    <Modal opened onClose={onClose} title={titles[kind]} size={420}>
      {kind === 'readers' && <ReadersList messageId={message.id} />}
      {kind === 'history' && <MessageHistory message={message} />}
      {kind === 'forward' && <ForwardForm message={message} onDone={onClose} />}
      {kind === 'reminder' && <ReminderForm message={message} onDone={onClose} />}
    </Modal>
  );
}
