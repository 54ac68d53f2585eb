import { CornerUpRight, Siren } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Markdown } from '#client/ui/markdown.tsx';
import { isOnlyEmoji } from '#client/ui/only-emoji.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { mentionsOf } from './called.ts';
import { useMessageDesk } from './message-desk.tsx';
import type { MessageRow } from './message-rows.ts';
import classes from './message-body.module.css';

const NOBODY = { mentionIds: [], mentionsAll: false };

/** What a message says, with its marks: whose it was first, that it was changed. */
export function MessageBody({ row }: { row: MessageRow }) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const { message } = row;
  if (message !== null && message.removedAt !== null)
    return <span className={classes.removed}>{t('removed')}</span>;
  const mentions = mentionsOf(message ?? row.unsent ?? NOBODY, {
    viewerId: viewer.id,
    authorId: row.authorId,
    personOf,
  });
  return (
    <>
      {(message ?? row.unsent)?.isUrgent === true && <Urgent />}
      {message !== null && message.forwardedFromId !== null && <Forwarded from={message} />}
      {isOnlyEmoji(row.body) ? (
        <p className={classes.emoji} data-alone>
          {row.body}
        </p>
      ) : (
        row.body !== '' && <Markdown text={row.body} mentions={mentions} />
      )}
      {message !== null && message.editedAt !== null && <Edited message={message} />}
    </>
  );
}

function Urgent() {
  const t = useText('chat');
  return (
    <span className={classes.urgent}>
      <Siren size={13} aria-hidden="true" />
      {t('urgent')}
    </span>
  );
}

function Forwarded({ from }: { from: Message }) {
  const t = useText('chat');
  const { personOf } = usePeople();
  const name = personOf(from.forwardedFromId ?? '')?.name ?? t('common:unknownPerson');
  return (
    <span className={classes.forwarded}>
      <CornerUpRight size={13} aria-hidden="true" />
      {t('forwardedFrom', { name })}
    </span>
  );
}

function Edited({ message }: { message: Message }) {
  const t = useText('chat');
  const { open } = useMessageDesk();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.edited}
      title={t('history')}
      onClick={() => open('history', message)}
    >
      {t('edited')}
    </button>
  );
}
