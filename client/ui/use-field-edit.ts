import { TRPCClientError } from '@trpc/client';
import { useRef, useState } from 'react';
import { errorReason } from './error-message.ts';
import { type Begun, writeEdit } from './kept-edit.ts';
import { useViewer } from './viewer.ts';

/**
 * Somebody else changed the same field to something else meanwhile: theirs is stored (`current`), mine waits for a
 * decision. `original` is the thing as the person began from it.
 */
export type Conflict<Thing, Patch> = { key: string; mine: Patch; current: Thing; original: Thing };

type Edited<Thing, Patch> = {
  /** `task:<id>`: under this, what is written into its texts is kept until it is saved. */
  place: string;
  thing: Thing;
  /** `since`: the version of what the patch was made from. */
  update: (patch: Patch, since: number) => Promise<{ item: { version: number } }>;
  /** The fields of `patch` as they are in `thing`. */
  patchOf: (thing: Thing, patch: Patch) => Patch;
};

/** Saves single fields; only a change of the very same field has to be decided, and what was written waits for that. */
export function useFieldEdit<Thing extends { version: number }, Patch extends object>({
  place,
  thing,
  update,
  patchOf,
}: Edited<Thing, Patch>) {
  type Open = Conflict<Thing, Patch>;
  const viewer = useViewer();
  const [conflicts, setConflicts] = useState<readonly Open[]>([]);
  /** What this screen stored itself is nobody else's change, also before its event has come. */
  const own = useRef(new Map<string, number>());
  const placeOf = (field: string) => `${place}.${field}`;
  function close({ key, mine }: Pick<Open, 'key' | 'mine'>) {
    setConflicts((open) => open.filter((other) => other.key !== key));
    for (const field of Object.keys(mine)) writeEdit(viewer.id, placeOf(field), null);
  }

  /** False when it has to be decided first. */
  async function send(
    patch: Patch,
    since: number,
    disputed: Omit<Open, 'current'>,
  ): Promise<boolean> {
    try {
      const ownVersion = own.current.get(placeOf(disputed.key)) ?? 0;
      const { item } = await update(patch, Math.max(since, ownVersion));
      own.current.set(placeOf(disputed.key), item.version);
      close(disputed);
      return true;
    } catch (error) {
      const current = currentOf<Thing>(error);
      if (current === null) throw error;
      const next = { ...disputed, current };
      setConflicts((open) => [...open.filter((other) => other.key !== next.key), next]);
      return false;
    }
  }

  const saveFrom = (original: Thing, mine: Patch) =>
    send(mine, original.version, { key: Object.keys(mine).join(), mine, original });

  return {
    conflicts,
    /** For the `EditableText` of this field. */
    kept: (field: keyof Patch & string) => ({ keepAs: placeOf(field), since: thing.version }),
    /** What was written, instead of what it was begun with. */
    saveText: (mine: Patch, { text, since }: Begun) => {
      const texts = Object.fromEntries(Object.keys(mine).map((field) => [field, text]));
      return saveFrom({ ...thing, ...texts, version: since }, mine);
    },
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
