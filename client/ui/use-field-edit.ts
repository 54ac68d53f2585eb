import { TRPCClientError } from '@trpc/client';
import { useRef, useState } from 'react';
import { errorReason } from './error-message.ts';

/**
 * Somebody else changed the same field to something else meanwhile: theirs is stored (`current`), mine waits for a
 * decision. `original` is the thing as the person began from it.
 */
export type Conflict<Thing, Patch> = { key: string; mine: Patch; current: Thing; original: Thing };

type Edited<Thing, Patch> = {
  thing: Thing;
  /** `since`: the version of what the patch was made from. */
  update: (patch: Patch, since: number) => Promise<unknown>;
  /** The fields of `patch` as they are in `thing`. */
  patchOf: (thing: Thing, patch: Patch) => Patch;
};

/** Saves single fields; only a change of the very same field has to be decided, and what was written waits for that. */
export function useFieldEdit<Thing extends { version: number }, Patch extends object>({
  thing,
  update,
  patchOf,
}: Edited<Thing, Patch>) {
  type Open = Conflict<Thing, Patch>;
  const begun = useRef(thing);
  const [conflicts, setConflicts] = useState<readonly Open[]>([]);
  const close = ({ key }: Pick<Open, 'key'>) =>
    setConflicts((open) => open.filter((other) => other.key !== key));

  async function send(patch: Patch, since: number, disputed: Omit<Open, 'current'>): Promise<void> {
    try {
      await update(patch, since);
      close(disputed);
    } catch (error) {
      const current = currentOf<Thing>(error);
      if (current === null) throw error;
      const next = { ...disputed, current };
      setConflicts((open) => [...open.filter((other) => other.key !== next.key), next]);
    }
  }

  const saveFrom = (original: Thing, mine: Patch) =>
    send(mine, original.version, { key: Object.keys(mine).join(), mine, original });

  return {
    conflicts,
    /** Somebody starts to write: what is there now is what they mean to change. */
    begin: () => {
      begun.current = thing;
    },
    /** What was begun with `begin`. */
    saveBegun: (patch: Patch) => saveFrom(begun.current, patch),
    /** What was chosen; `from`: the thing as it was shown with the choice, where that takes a while. */
    save: (patch: Patch, from = thing) => saveFrom(from, patch),
    keepTheirs: close,
    takeMine: (conflict: Open) => send(conflict.mine, conflict.current.version, conflict),
    takeOriginal: (conflict: Open) =>
      send(patchOf(conflict.original, conflict.mine), conflict.current.version, conflict),
  };
}

/** The refusal brings the thing as it is now. */
function currentOf<Thing>(error: unknown): Thing | null {
  if (errorReason(error) !== 'field_conflict' || !(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'current' in data
    ? (data.current as Thing)
    : null;
}
