import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { MessagePreview } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import classes from './message-quote.module.css';

/** What a message answers; leads there. */
export function MessageQuote({ of: quote }: { of: MessagePreview }) {
  const t = useText('chat');
  const { jumpTo } = useMessageDesk();
  const { personOf } = usePeople();
  const name = personOf(quote.authorId)?.name ?? t('common:unknownPerson');
  return (
    <button type="button" tabIndex={-1} className={classes.quote} onClick={() => jumpTo(quote.no)}>
      <VisuallyHidden>{t('answers')}</VisuallyHidden>
      <span className={classes.quoted}>{name}</span>
      <span className={classes.text}>{wordsOf(quote, t('removed'))}</span>
    </button>
  );
}

function wordsOf({ body, file, removedAt }: MessagePreview, removed: string): string {
  if (removedAt !== null) return removed;
  return body === '' ? (file?.name ?? '') : body;
}
