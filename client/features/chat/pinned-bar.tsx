import { ChevronDown, Pin, PinOff } from 'lucide-react';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLive } from '#client/live/use-live.ts';
import { Drop } from '#client/ui/drop.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { When } from '#client/ui/when.tsx';
import type { Message } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { titleFrom } from './title-from.ts';
import { useMessageActs } from './use-message-acts.ts';
import classes from './pinned-bar.module.css';

const SHOWN_MAX = 200;

/** On top of the conversation: what was pinned last, and all that is. Nothing while nothing is. */
export function PinnedBar() {
  const t = useText('chat');
  const { room, jumpTo } = useMessageDesk();
  const { personOf } = usePeople();
  const input = { roomId: room.id };
  const query = trpc.chat.pinned.useQuery(input);
  const pins = useLive('chat.pinned', input, query.data)?.items ?? [];
  const [newest] = pins;
  if (newest === undefined) return null;
  return (
    <div className={classes.bar}>
      <button type="button" className={classes.newest} onClick={() => jumpTo(newest.no)}>
        <Pin size={14} aria-hidden="true" />
        <span className={classes.author}>{personOf(newest.authorId)?.name}</span>
        <span className={classes.text}>{titleFrom(newest, SHOWN_MAX, t('message'))}</span>
      </button>
      <Drop
        label={t('pinned')}
        align="end"
        width={340}
        renderButton={(props) => (
          <button
            {...props}
            type="button"
            className={classes.all}
            aria-label={t('pinnedAll', { count: pins.length })}
            title={t('pinnedAll', { count: pins.length })}
          >
            {pins.length}
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        )}
      >
        {(close) => (
          <>
            <p className={classes.title} aria-hidden="true">
              {t('pinned')}
            </p>
            {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- lists without bullets are none to Safari */}
            <ul role="list">
              {pins.map((message) => (
                <Pinned
                  key={message.id}
                  message={message}
                  onOpen={() => {
                    close();
                    jumpTo(message.no);
                  }}
                />
              ))}
            </ul>
          </>
        )}
      </Drop>
    </div>
  );
}

function Pinned({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const t = useText('chat');
  const { room } = useMessageDesk();
  const { personOf } = usePeople();
  const { pin } = useMessageActs();
  return (
    <li className={classes.pinned}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.head}>
          <span className={classes.author}>
            {personOf(message.authorId)?.name ?? t('common:unknownPerson')}
          </span>
          <When at={message.createdAt} className={classes.when} />
        </span>
        <span className={classes.words}>{titleFrom(message, SHOWN_MAX, t('message'))}</span>
      </button>
      {room.archivedAt === null && (
        <IconButton
          icon={PinOff}
          size={26}
          variant="subtle"
          label={t('unpin')}
          onClick={() => void pin(message, false).catch(toastFailed)}
        />
      )}
    </li>
  );
}
