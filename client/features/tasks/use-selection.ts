// Which tasks of a list are chosen, to be changed together.
import { useState } from 'react';
import { BULK_MAX } from '#server/tasks/tasks.bulk.schema.ts';

export type Selection = {
  /** In the order of the list; tasks that left it are not chosen any more. */
  ids: string[];
  /** `isRange`: all from the one chosen before up to this one. */
  toggle: (id: string, isRange?: boolean) => void;
  clear: () => void;
};

export function useSelection(listed: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchorId, setAnchorId] = useState<string | null>(null);
  const ids = listed.filter((id) => chosen.has(id));
  function toggle(id: string, isRange = false) {
    const next = new Set(ids);
    const range = isRange ? rangeOf(listed, anchorId, id) : [];
    if (range.length > 0) for (const each of range) next.add(each);
    else if (next.has(id)) next.delete(id);
    else next.add(id);
    setChosen(new Set([...next].slice(0, BULK_MAX)));
    setAnchorId(id);
  }
  return {
    ids,
    toggle,
    clear: () => {
      setChosen(new Set());
      setAnchorId(null);
    },
  };
}

/** Both ends included; empty when the first one is not listed any more. */
export function rangeOf(listed: readonly string[], fromId: string | null, toId: string): string[] {
  const from = fromId === null ? -1 : listed.indexOf(fromId);
  const to = listed.indexOf(toId);
  if (from === -1 || to === -1) return [];
  return listed.slice(Math.min(from, to), Math.max(from, to) + 1);
}
