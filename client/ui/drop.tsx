// A small panel under the button that opens it: filters, pickers, menus. It stands in the browser's top layer, so
// nothing clips or covers it; on a phone it is a sheet at the foot. Esc or a click elsewhere closes it, and the focus
// goes back. (Mantine's Popover does the same for seven times the bytes of the first load.)
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { placeBeside } from './place-beside.ts';
import classes from './drop.module.css';

type ButtonProps = {
  ref: (element: HTMLElement | null) => void;
  onClick: () => void;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog' | 'menu';
  'aria-controls': string | undefined;
};

type Props = {
  /** Names the panel. */
  label: string;
  /** Draws the button; the props are its. */
  renderButton: (props: ButtonProps) => ReactNode;
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top';
  /** In pixels. */
  width?: number;
  role?: 'dialog' | 'menu';
};

export function Drop({ renderButton, children, ...panel }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLElement | null>(null);
  function close() {
    setOpen(false);
    button?.focus({ preventScroll: true });
  }
  return (
    <>
      {renderButton({
        ref: setButton,
        onClick: () => setOpen(!isOpen),
        'aria-expanded': isOpen,
        'aria-haspopup': panel.role ?? 'dialog',
        'aria-controls': isOpen ? id : undefined,
      })}
      {isOpen && button !== null && (
        <DropPanel
          {...panel}
          id={id}
          button={button}
          onClose={close}
          onLeave={() => setOpen(false)}
        >
          {children(close)}
        </DropPanel>
      )}
    </>
  );
}

type PanelProps = Pick<Props, 'label' | 'align' | 'side' | 'width' | 'role'> & {
  id?: string;
  button: HTMLElement;
  onClose: () => void;
  /** The focus or the mouse has gone elsewhere, so it is not brought back. */
  onLeave: () => void;
  children: ReactNode;
};

/** By itself: beside something else than a button, opened by a key. */
export function DropPanel({ id, label, button, onClose, onLeave, children, ...look }: PanelProps) {
  const { align = 'start', side = 'bottom', width = 240, role = 'dialog' } = look;
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    if ('showPopover' in element) element.showPopover();
    return placeBeside(element, button, { align, side });
  }, [button, align, side]);
  useLayoutEffect(() => firstFocusable(panel.current)?.focus({ preventScroll: true }), []);
  useCloseOnPress(panel, button, onLeave);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc from anywhere inside closes it
    <div
      ref={panel}
      id={id}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={classes.panel}
      style={{ width }}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        const isElsewhere = relatedTarget !== null && relatedTarget !== button;
        if (isElsewhere && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      {children}
    </div>
  );
}

type Area = { current: HTMLElement | null };

function useCloseOnPress(panel: Area, button: HTMLElement, onLeave: () => void) {
  const onPress = useEffectEvent(({ target }: PointerEvent) => {
    if (!(target instanceof Node)) return;
    if (panel.current?.contains(target) !== true && !button.contains(target)) onLeave();
  });
  useEffect(() => {
    const listener = (event: PointerEvent) => onPress(event);
    document.addEventListener('pointerdown', listener, { capture: true });
    return () => document.removeEventListener('pointerdown', listener, { capture: true });
  }, []);
}

function firstFocusable(panel: HTMLElement | null): HTMLElement | null {
  const wanted = panel?.querySelector<HTMLElement>('[data-autofocus]');
  return wanted ?? panel?.querySelector<HTMLElement>('input, button, a[href], select') ?? panel;
}
