// One thing that ⌘K can do.
import type { LucideIcon } from 'lucide-react';
import type { FindItem } from '#client/features/search/find-box.tsx';
import { Kbd } from '#client/ui/kbd.tsx';

export type Command = Omit<FindItem, 'group' | 'title'> & {
  label: string;
  /** What else somebody may call it. */
  also: string;
};

export type Told = { label: string; also?: string; icon: LucideIcon; keys?: string };

export function actCommand(id: string, run: () => void, told: Told): Command {
  const { label, also = '', icon: Icon, keys } = told;
  return {
    id,
    label,
    also,
    icon: <Icon size={16} aria-hidden="true" />,
    ...(keys !== undefined && { hint: <Kbd keys={keys} /> }),
    href: null,
    run,
  };
}
