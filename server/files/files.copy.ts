// A copy of a task or a promotion takes the files along: with rows of their own for the same bytes, so that from then on
// each goes its own way.
import type { WriteTx } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import { newId } from '../new-id.ts';
import { type Hook, rowsOn } from './files.hanging.ts';
import { toAttachedFile } from './files.row.ts';
import type { AttachedFile } from './files.schema.ts';

export type CopiedFiles = {
  /** In the order of the originals. */
  files: AttachedFile[];
  /** A text that shows some of the originals, showing the copies. */
  rewritten: (text: string) => string;
};

export async function copyFiles(
  tx: WriteTx,
  { from, to, ownerId }: { from: Hook; to: Hook; ownerId: string },
): Promise<CopiedFiles> {
  const originals = await rowsOn(tx, from);
  // They are made at the same moment: the order of their ids is theirs.
  const ids = originals.map(() => newId()).toSorted();
  const hang = { ownerId, subjectKind: to.kind, subjectId: to.id, createdAt: tx.now };
  const copies = ids.flatMap((id, at) => {
    const original = originals[at];
    return original === undefined ? [] : [{ ...original, ...hang, id }];
  });
  const idOf = new Map(originals.map((row, at) => [row.id, ids[at]]));
  if (copies.length > 0) await tx.insert(files).values(copies);
  return {
    files: copies.map(toAttachedFile),
    rewritten: (text) =>
      text.replaceAll(REFERENCE, (written, id: string) => {
        const copy = idOf.get(id.toLowerCase());
        return copy === undefined ? written : `(file:${copy})`;
      }),
  };
}

/** As a picture stands in a text: `![name](file:<id>)`. */
const REFERENCE = /\(file:([\da-f-]{36})\)/gi;
