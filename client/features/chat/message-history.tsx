import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLive } from '#client/live/use-live.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { When } from '#client/ui/when.tsx';
import type { Message } from '#server/chat/chat.schema.ts';
import classes from './message-history.module.css';

/** What a message said before, the latest text first; as it was written. */
export function MessageHistory({ message }: { message: Message }) {
  const t = useText('chat');
  const input = { id: message.id };
  const query = trpc.chat.history.useQuery(input);
  const texts = useLive('chat.history', input, query.data)?.items ?? [];
  return (
    <ListState query={query} isEmpty={texts.length === 0} empty={{ title: t('noHistory') }}>
      <ol className={classes.texts}>
        {texts.toReversed().map((text) => (
          <li key={text.version} className={classes.text}>
            <span className={classes.when}>
              {t('saidUntil')} <When at={text.replacedAt} as="appointment" />
            </span>
            <p className={classes.body}>{text.body}</p>
          </li>
        ))}
      </ol>
    </ListState>
  );
}
