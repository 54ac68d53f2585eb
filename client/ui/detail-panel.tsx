import { ArrowLeft, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from './hotkeys.ts';
import { IconButton } from './icon-button.tsx';
import { useNarrow } from './use-narrow.ts';
import classes from './detail-panel.module.css';

type Props = {
  /** Names the panel for screen readers. */
  label: string;
  onClose: () => void;
  /** What stands in the panel's head, left of the close button. */
  head?: ReactNode;
  children: ReactNode;
};

/** The second column beside a list; on a phone a page of its own. Esc closes it, from beside it too, and gives the focus back. */
export function DetailPanel({ label, onClose, head, children }: Props) {
  const t = useText('common');
  const tOfKeys = useText('app');
  const isNarrow = useNarrow();
  const panel = useRef<HTMLElement>(null);
  useFocusInside(panel);
  useHotkey(
    { keys: 'escape', label: tOfKeys('keys.close'), group: tOfKeys('keys.group') },
    onClose,
  );
  const close = (
    <IconButton
      icon={isNarrow ? ArrowLeft : X}
      label={isNarrow ? t('back') : t('close')}
      onClick={onClose}
    />
  );
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc from anywhere inside closes it
    <aside
      ref={panel}
      className={classes.panel}
      data-covers
      aria-label={label}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <div className={classes.head}>
        {isNarrow && close}
        <div className={classes.headContent}>{head}</div>
        {!isNarrow && close}
      </div>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}

function useFocusInside(panel: { current: HTMLElement | null }) {
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [panel]);
}
