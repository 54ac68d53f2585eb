import { Reply, X } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import type { MessagePreview } from '#server/chat/chat.schema.ts';
import classes from './reply-chip.module.css';

type Props = {
  /** Null when it was begun on another device and is not loaded here. */
  quote: MessagePreview | null;
  onStop: () => void;
};

/** Above the field: what the next message answers. */
export function ReplyChip({ quote, onStop }: Props) {
  const t = useText('chat');
  const { personOf } = usePeople();
  const name =
    quote === null ? null : (personOf(quote.authorId)?.name ?? t('common:unknownPerson'));
  return (
    <div className={classes.chip}>
      <Reply size={14} aria-hidden="true" className={classes.sign} />
      <span className={classes.name}>
        {name === null ? t('replying') : t('replyingTo', { name })}
      </span>
      <span className={classes.text}>{quote !== null && wordsOf(quote, t('removed'))}</span>
      <IconButton icon={X} size={24} label={t('stopReply')} onClick={onStop} />
    </div>
  );
}

function wordsOf({ body, file, removedAt }: MessagePreview, removed: string): string {
  if (removedAt !== null) return removed;
  return body === '' ? (file?.name ?? '') : body;
}
