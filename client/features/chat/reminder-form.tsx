import { RemindForm } from '#client/features/reminders/remind-form.tsx';
import { useText } from '#client/i18n/use-text.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { REMINDER_TITLE_MAX } from '#server/reminders/reminders.schema.ts';
import { titleFrom } from './title-from.ts';

type Props = { message: Message; onDone: () => void };

export function ReminderForm({ message, onDone }: Props) {
  const t = useText('chat');
  return (
    <RemindForm
      subject={{ kind: 'message', id: message.id }}
      title={titleFrom(message, REMINDER_TITLE_MAX, t('message'))}
      onDone={onDone}
    />
  );
}
