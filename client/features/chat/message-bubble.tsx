import { memo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachedFiles } from '#client/ui/attached-files.tsx';
import { Avatar } from '#client/ui/avatar.tsx';
import { errorMessage } from '#client/ui/error-message.ts';
import { usePeople } from '#client/ui/people.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { AttachedFile } from '#server/files/files.schema.ts';
import { MessageBeside } from './message-beside.tsx';
import { MessageBody } from './message-body.tsx';
import { useMessageDesk } from './message-desk.tsx';
import { MessageEdit } from './message-edit.tsx';
import { MessageQuote } from './message-quote.tsx';
import { MessageReactions } from './message-reactions.tsx';
import type { MessageRow } from './message-rows.ts';
import { MessageTools } from './message-tools.tsx';
import { openMessageMenu } from './open-message-menu.ts';
import { useLongPress } from '#client/ui/use-long-press.ts';
import classes from './message-bubble.module.css';

type Props = {
  row: MessageRow;
  isMine: boolean;
  /** How many have not read it yet. */
  notRead: number;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

/** One message. Read out: who, what, then when. */
export const MessageBubble = memo(function MessageBubble(props: Props) {
  const { row, isMine, notRead } = props;
  const t = useText('chat');
  const { personOf } = usePeople();
  const { editingId } = useMessageDesk();
  const author = personOf(row.authorId);
  const name = author?.name ?? t('common:unknownPerson');
  const isFailed = row.unsent?.state === 'failed';
  return (
    <div
      className={classes.message}
      data-mine={isMine || undefined}
      data-first={row.isFirst || undefined}
    >
      {!isMine && (
        <span className={classes.face}>
          {row.isFirst && (
            <Avatar person={author ?? { id: row.authorId, name }} size={36} isNamed={false} />
          )}
        </span>
      )}
      <div className={classes.said}>
        {row.isFirst && !isMine ? (
          <span className={classes.name}>{name}</span>
        ) : (
          <VisuallyHidden>{isMine ? t('you') : name}</VisuallyHidden>
        )}
        {row.message !== null && editingId === row.id ? (
          <MessageEdit message={row.message} />
        ) : (
          <div className={classes.line}>
            <Bubble row={row} isFailed={isFailed} />
            <MessageBeside row={row} notRead={notRead} />
            {row.message !== null && (
              <span className={classes.tools}>
                <MessageTools message={row.message} name={name} />
              </span>
            )}
          </div>
        )}
        {row.message !== null && <MessageReactions message={row.message} />}
        {isFailed && <Failed {...props} />}
      </div>
    </div>
  );
});

const NO_FILES: readonly AttachedFile[] = [];

function Bubble({ row, isFailed }: { row: MessageRow; isFailed: boolean }) {
  const press = useLongPress((element) => void openMessageMenu(element.parentElement));
  const { message } = row;
  return (
    <div className={classes.bubble} data-failed={isFailed || undefined} {...press}>
      {message?.replyTo && <MessageQuote of={message.replyTo} />}
      <AttachedFiles files={message?.files ?? row.unsent?.files ?? NO_FILES} />
      <MessageBody row={row} />
    </div>
  );
}

function Failed({ row, onRetry, onRemove }: Props) {
  const t = useText('chat');
  const { id, unsent } = row;
  const reason = unsent?.error === null || unsent === null ? '' : errorMessage(unsent.error);
  return (
    <span className={classes.failed} role="alert" title={reason}>
      {t('failed')}
      <button type="button" className={classes.again} onClick={() => onRetry(id)}>
        {t('common:retry')}
      </button>
      <button
        type="button"
        className={classes.again}
        aria-label={t('deleteUnsent')}
        onClick={() => onRemove(id)}
      >
        {t('delete')}
      </button>
    </span>
  );
}
