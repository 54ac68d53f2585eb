// J and K walk through the tasks of a month as they stand there, beginning with today's.
import type { RefObject } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';

export function useChipSteps(area: RefObject<HTMLElement | null>): void {
  const t = useText('tasks');
  const group = t('title');
  function go(by: number) {
    if (area.current === null) return;
    const chips = [...area.current.querySelectorAll<HTMLElement>('[data-task]')];
    const at = chips.findIndex((chip) => chip === document.activeElement);
    const next = at === -1 ? firstFromToday(area.current, chips) : chips[at + by];
    next?.focus();
  }
  useHotkey({ keys: 'j', label: t('keys.next'), group }, () => go(1));
  useHotkey({ keys: 'k', label: t('keys.previous'), group }, () => go(-1));
}

/** The first of all where today is not there, or nothing comes after it. */
function firstFromToday(area: HTMLElement, chips: HTMLElement[]): HTMLElement | undefined {
  const today = area.querySelector('[aria-current="date"]');
  const isAfter = (chip: HTMLElement) =>
    today !== null &&
    (today.compareDocumentPosition(chip) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return chips.find(isAfter) ?? chips[0];
}
