import { memo } from 'react';
import { Clock3 } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { errorMessage } from '#client/ui/error-message.ts';
import { usePeople } from '#client/ui/people.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { MessagePreview } from '#server/chat/chat.schema.ts';
import type { MessageRow } from './message-rows.ts';
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
  const { row, isMine } = props;
  const t = useText('chat');
  const { personOf } = usePeople();
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
        <div className={classes.line}>
          <div className={classes.bubble} data-failed={isFailed || undefined}>
            {row.message?.replyTo && <Quote of={row.message.replyTo} />}
            {row.message !== null && row.message.removedAt !== null ? (
              <span className={classes.removed}>{t('removed')}</span>
            ) : (
              row.body
            )}
          </div>
          <Beside {...props} />
        </div>
        {isFailed && <Failed {...props} />}
      </div>
    </div>
  );
});

function Quote({ of: quote }: { of: MessagePreview }) {
  const t = useText('chat');
  const { personOf } = usePeople();
  return (
    <span className={classes.quote}>
      <span className={classes.quoted}>
        {personOf(quote.authorId)?.name ?? t('common:unknownPerson')}
      </span>
      <span className={classes.quoteText}>
        {quote.removedAt === null ? quote.body : t('removed')}
      </span>
    </span>
  );
}

/** The number of those who have not read it, and the time. */
function Beside({ row, notRead }: Props) {
  const t = useText('chat');
  const state = row.unsent?.state;
  if (state === 'failed') return null;
  return (
    <span className={classes.beside}>
      {notRead > 0 && (
        <span className={classes.notRead} title={t('notRead', { count: notRead })}>
          <span aria-hidden="true">{notRead}</span>
          <VisuallyHidden>{t('notRead', { count: notRead })}</VisuallyHidden>
        </span>
      )}
      {state === 'waiting' || state === 'sending' ? (
        <span className={classes.sending}>
          <Clock3 size={12} aria-hidden="true" />
          <VisuallyHidden>{t(state)}</VisuallyHidden>
        </span>
      ) : (
        <Time row={row} />
      )}
    </span>
  );
}

function Time({ row }: { row: MessageRow }) {
  if (row.isLast) return <When at={row.at} as="clock" className={classes.time} />;
  return (
    <VisuallyHidden>
      <When at={row.at} as="clock" />
    </VisuallyHidden>
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
