import type { FocusEvent } from 'react';
import { CornerUpLeft, Ellipsis, SmilePlus } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { DropMenu } from '#client/ui/drop-menu.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { EmojiGrid } from './emoji-grid.tsx';
import { useMessageDesk } from './message-desk.tsx';
import { useMessageActs } from './use-message-acts.ts';
import { useMessageMenu } from './use-message-menu.ts';
import classes from './message-tools.module.css';

type Props = { message: Message; name: string };

/**
 * Beside a message while the mouse or the focus is on it. By keyboard the message itself opens the menu, which has it all;
 * so these are no stops of the Tab key.
 */
export function MessageTools({ message, name }: Props) {
  const t = useText('chat');
  const { reply } = useMessageDesk();
  const { react } = useMessageActs();
  const { can, items } = useMessageMenu(message);
  const pick = (emoji: string) => void react(message, emoji).catch(toastFailed);
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
          {(close) => (
            <EmojiGrid
              onPick={(emoji) => {
                close();
                pick(emoji);
              }}
            />
          )}
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
      <DropMenu
        label={t('menuOf', { name })}
        width={230}
        items={items}
        renderFirst={(close) =>
          can.react && (
            <EmojiGrid
              isInMenu
              onPick={(emoji) => {
                close();
                pick(emoji);
              }}
            />
          )
        }
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
      />
    </span>
  );
}

/** From the menu the focus goes back to the message, where the arrows go on. */
function backToMessage({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) {
  const isFromMenu = Boolean(relatedTarget?.closest('[role=menu]'));
  if (!isFromMenu) return;
  currentTarget.closest<HTMLElement>('[data-message]')?.focus({ preventScroll: true });
}
