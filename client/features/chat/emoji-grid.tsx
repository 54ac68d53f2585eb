import { Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { MORE_EMOJIS, QUICK_EMOJIS } from './emojis.ts';
import classes from './emoji-grid.module.css';

type Props = {
  onPick: (emoji: string) => void;
  /** In a menu the emojis are items of it, and the others come on request. */
  isInMenu?: boolean;
};

/** The few that are used most, and the others. The arrows go through them. */
export function EmojiGrid({ onPick, isInMenu = false }: Props) {
  const t = useText('chat');
  const [isWhole, setWhole] = useState(!isInMenu);
  const role = isInMenu ? 'menuitem' : undefined;
  const shown = isWhole ? [...QUICK_EMOJIS, ...MORE_EMOJIS] : QUICK_EMOJIS;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows of the buttons inside
    <div className={classes.grid} onKeyDown={moveByArrows}>
      {shown.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role={role}
          className={classes.emoji}
          aria-label={t('reactWith', { emoji })}
          onClick={() => onPick(emoji)}
        >
          <span aria-hidden="true">{emoji}</span>
        </button>
      ))}
      {!isWhole && (
        <button
          type="button"
          role={role}
          className={classes.emoji}
          aria-label={t('moreEmojis')}
          onClick={({ currentTarget }) => {
            const first = currentTarget.parentElement?.querySelector<HTMLElement>('button');
            setWhole(true);
            first?.focus();
          }}
        >
          <Plus size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  event.stopPropagation();
  buttons.at((at + step) % buttons.length)?.focus();
}
