import { Clock3 } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { MessageRow } from './message-rows.ts';
import { ReadersList } from './readers-list.tsx';
import classes from './message-beside.module.css';

type Props = { row: MessageRow; notRead: number };

/** The number of those who have not read it, which says who they are; and the time. */
export function MessageBeside({ row, notRead }: Props) {
  const t = useText('chat');
  const state = row.unsent?.state;
  if (state === 'failed') return null;
  return (
    <span className={classes.beside}>
      {notRead > 0 && row.message?.removedAt === null && (
        <Drop
          label={t('readers')}
          width={250}
          side="top"
          renderButton={(props) => (
            <button
              {...props}
              type="button"
              tabIndex={-1}
              className={classes.notRead}
              title={t('notRead', { count: notRead })}
            >
              <span aria-hidden="true">{notRead}</span>
              <VisuallyHidden>{t('notRead', { count: notRead })}</VisuallyHidden>
            </button>
          )}
        >
          {() => <ReadersList messageId={row.id} />}
        </Drop>
      )}
      {state === 'waiting' || state === 'sending' ? (
        <span className={classes.sending}>
          <Clock3 size={12} aria-hidden="true" />
          {state === 'waiting' ? (
            <span className={classes.waiting}>{t('waiting')}</span>
          ) : (
            <VisuallyHidden>{t('sending')}</VisuallyHidden>
          )}
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
