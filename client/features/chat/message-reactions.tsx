import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { messageAbilities } from '#server/chat/chat.policy.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { useMessageActs } from './use-message-acts.ts';
import classes from './message-reactions.module.css';

const NAMED = 10;

/** Under a message: how many answered with what. Pressing one joins them, or takes one's own back. */
export function MessageReactions({ message }: { message: Message }) {
  return message.reactions.length === 0 ? null : <Reactions message={message} />;
}

function Reactions({ message }: { message: Message }) {
  const t = useText('chat');
  const viewer = useViewer();
  const { room } = useMessageDesk();
  const { react } = useMessageActs();
  const namesOf = useNames();
  const can = messageAbilities(viewer, message, room);
  return (
    <div className={classes.reactions}>
      {message.reactions.map(({ emoji, userIds }) => {
        const names = namesOf(userIds);
        return (
          <button
            key={emoji}
            type="button"
            tabIndex={-1}
            className={classes.reaction}
            aria-pressed={userIds.includes(viewer.id)}
            aria-label={t('reacted', { emoji, names, count: userIds.length })}
            title={names}
            disabled={!can.react}
            onClick={() => void react(message, emoji).catch(toastFailed)}
          >
            <span className={classes.emoji}>{emoji}</span> {userIds.length}
          </button>
        );
      })}
    </div>
  );
}

function useNames() {
  const t = useText('chat');
  const { personOf } = usePeople();
  return (ids: readonly string[]) => {
    const names = ids
      .slice(0, NAMED)
      .map((id) => personOf(id)?.name ?? t('common:unknownPerson'))
      .join(', ');
    return ids.length > NAMED ? t('andMore', { names, more: ids.length - NAMED }) : names;
  };
}
