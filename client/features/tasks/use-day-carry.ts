// A task on its way to another day. By keyboard it stays where it is until it is put down, and Esc leaves it there.
import { type KeyboardEvent, useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { sayFullDay } from '#client/ui/say-time.ts';
import { addDays } from '#server/seoul.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

type Carried = { task: TaskItem; day: string; isByKeys: boolean };
type Calendar = { days: readonly string[]; onDrop: (task: TaskItem, day: string) => void };

export function useDayCarry({ days, onDrop }: Calendar) {
  const t = useText('tasks');
  const locale = useLocale();
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, setSaid] = useState('');
  function pick(task: TaskItem, isByKeys: boolean) {
    if (task.dueOn === null) return;
    setCarried({ task, day: task.dueOn, isByKeys });
    setSaid(t('picked', { title: task.title }));
  }
  function hover(day: string) {
    if (carried === null || carried.day === day || !days.includes(day)) return;
    setCarried({ ...carried, day });
    setSaid(t('movedToDay', { title: carried.task.title, day: sayFullDay(day, locale) }));
  }
  function drop() {
    if (carried === null) return;
    const { task, day } = carried;
    setCarried(null);
    if (day === task.dueOn) return setSaid(t('putBack'));
    setSaid(t('movedToDay', { title: task.title, day: sayFullDay(day, locale) }));
    onDrop(task, day);
  }
  function cancel() {
    if (carried === null) return;
    setCarried(null);
    setSaid(t('putBack'));
  }
  /** True when the key was for the task that is carried. */
  function onKey(event: KeyboardEvent, task: TaskItem): boolean {
    if (carried?.isByKeys !== true) {
      if (event.key !== ' ') return false;
      pick(task, true);
      return true;
    }
    const step = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) hover(addDays(carried.day, step));
    else if (event.key === ' ' || event.key === 'Enter') drop();
    else if (event.key === 'Escape' || event.key === 'Tab') cancel();
    return event.key !== 'Tab';
  }
  return { carried, said, pick, hover, drop, cancel, onKey };
}
