// The keys of the page. A screen says which keys it knows while it is on the screen; the `?` sheet lists them.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type Hotkey = {
  /** `j`, `shift+a`, `mod+k`, `g t` (one after the other). */
  keys: string;
  /** What it does, in words, for the sheet. */
  label: string;
  /** Keys of one group stand together in the sheet: the name of the screen. */
  group: string;
};

/** `run` null: the part of the page that has the focus listens to it; here it is only named. */
type Registered = Hotkey & { run: (() => void) | null };

const SEQUENCE_MS = 1000;
/** Also while somebody writes: nobody writes with these. */
const WORKS_ANYWHERE = /^mod\+|^(shift\+)?f\d+$/;

let registered: readonly Registered[] = [];
let pressed: { keys: string; atMs: number } = { keys: '', atMs: 0 };
const listeners = new Set<() => void>();

/** While mounted and `isActive`, the keys run `run`; never while somebody writes or a dialog is open. */
export function useHotkey({ keys, label, group }: Hotkey, run: () => void, isActive = true): void {
  const onKey = useEffectEvent(run);
  useEffect(() => {
    if (!isActive) return;
    const entry: Registered = { keys, label, group, run: () => onKey() };
    change([...registered, entry]);
    return () => change(registered.filter((other) => other !== entry));
  }, [keys, label, group, isActive]);
}

/** Names a key in the sheet that a part of the page listens to itself. */
export function useNamedKey({ keys, label, group }: Hotkey): void {
  useEffect(() => {
    const entry: Registered = { keys, label, group, run: null };
    change([...registered, entry]);
    return () => change(registered.filter((other) => other !== entry));
  }, [keys, label, group]);
}

const COMES_WITHIN_MS = 5_000;

/** As if somebody pressed them on the screen `group`, which may still be on its way. */
export function pressSoon({ keys, group }: Pick<Hotkey, 'keys' | 'group'>): void {
  const find = () => registered.findLast((entry) => entry.keys === keys && entry.group === group);
  const press = () => {
    const entry = find();
    if (entry === undefined) return;
    listeners.delete(press);
    // After the screen has settled where its focus is.
    setTimeout(() => find()?.run?.(), 0);
  };
  listeners.add(press);
  setTimeout(() => listeners.delete(press), COMES_WITHIN_MS);
  press();
}

export function useHotkeys(): readonly Hotkey[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const stroke = strokeOf(event);
  if (stroke === null || (!WORKS_ANYWHERE.test(stroke) && isBusy(event.target))) return;
  const isContinued = event.timeStamp - pressed.atMs < SEQUENCE_MS;
  const sequence = isContinued ? `${pressed.keys} ${stroke}`.trim() : stroke;
  // The newest wins: a panel over a list may use the list's keys.
  const found = entryFor(sequence) ?? entryFor(stroke);
  pressed = found === undefined ? { keys: stroke, atMs: event.timeStamp } : { keys: '', atMs: 0 };
  if (found === undefined) return;
  event.preventDefault();
  found.run?.();
}

function entryFor(keys: string): Registered | undefined {
  return registered.findLast((entry) => entry.keys === keys && entry.run !== null);
}

function strokeOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null;
  const key = keyOf(event);
  if (key === null) return null;
  if (event.metaKey || event.ctrlKey) return `mod+${key}`;
  return event.shiftKey && /^([a-z]|enter|arrow\w+|f\d+)$/.test(key) ? `shift+${key}` : key;
}

/** With a Korean keyboard `event.key` is ㅓ where J is printed: letters go by their place. */
function keyOf(event: KeyboardEvent): string | null {
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  if (['Shift', 'Control', 'Meta', 'Process', 'Unidentified'].includes(event.key)) return null;
  return event.key === ' ' ? 'space' : event.key.toLowerCase();
}

/** Somebody is writing, or a dialog or menu has the keyboard. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
    ) !== null
  );
}

function change(next: readonly Registered[]): void {
  if (registered.length === 0 && next.length > 0) document.addEventListener('keydown', onKeyDown);
  if (registered.length > 0 && next.length === 0)
    document.removeEventListener('keydown', onKeyDown);
  registered = next;
  for (const listener of listeners) listener();
}
