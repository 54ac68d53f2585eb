import { MenuItems } from '#client/ui/menu-items.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { EmojiGrid } from './emoji-grid.tsx';
import { useMessageActs } from './use-message-acts.ts';
import { useMessageMenu } from './use-message-menu.ts';

type Props = { message: Message; close: () => void };

/** Everything that can be done with a message; drawn while it is open. */
export function MessageMenu({ message, close }: Props) {
  const { can, items } = useMessageMenu(message);
  return (
    <MenuItems items={items} close={close}>
      {can.react && <ReactionChoice message={message} close={close} isInMenu />}
    </MenuItems>
  );
}

export function ReactionChoice({ message, close, isInMenu }: Props & { isInMenu?: boolean }) {
  const { react } = useMessageActs();
  return (
    <EmojiGrid
      isInMenu={isInMenu === true}
      onPick={(emoji) => {
        close();
        react(message, emoji).catch(toastFailed);
      }}
    />
  );
}
