import { CornerUpLeft, Ellipsis, SmilePlus } from 'lucide-react';
import type { FocusEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import { messageAbilities } from '#server/chat/chat.policy.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { MessageMenu, ReactionChoice } from './message-menu.tsx';
import classes from './message-tools.module.css';

type Props = { message: Message; name: string };

/**
 * Beside a message while the mouse or the focus is on it. By keyboard the message itself opens the menu, which has it all;
 * so these are no stops of the Tab key. There is one for each message on the screen: what is in them is drawn when opened.
 */
export function MessageTools({ message, name }: Props) {
  const t = useText('chat');
  const { room, reply } = useMessageDesk();
  const can = messageAbilities(useViewer(), message, room);
  return (
    <span className={classes.tools}>
      {can.react && (
        <Drop
          label={t('react')}
          width={238}
          side="top"
          renderButton={(props) => (
            <button
              {...props}
              type="button"
              tabIndex={-1}
              className={`${classes.tool} ${classes.wide}`}
              aria-label={t('react')}
              title={t('react')}
            >
              <SmilePlus size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        >
          {(close) => <ReactionChoice message={message} close={close} />}
        </Drop>
      )}
      {can.react && reply !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={`${classes.tool} ${classes.wide}`}
          aria-label={t('reply')}
          title={t('reply')}
          onClick={() => reply(message)}
        >
          <CornerUpLeft size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <Drop
        label={t('menuOf', { name })}
        width={230}
        role="menu"
        renderButton={(props) => (
          <button
            {...props}
            type="button"
            tabIndex={-1}
            className={classes.tool}
            data-message-menu
            onFocus={backToMessage}
            aria-label={t('menuOf', { name })}
            title={t('more')}
          >
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      >
        {(close) => <MessageMenu message={message} close={close} />}
      </Drop>
    </span>
  );
}

/** From the menu the focus goes back to the message, where the arrows go on. */
function backToMessage({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) {
  const isFromMenu = Boolean(relatedTarget?.closest('[role=menu]'));
  if (!isFromMenu) return;
  currentTarget.closest<HTMLElement>('[data-message]')?.focus({ preventScroll: true });
}
