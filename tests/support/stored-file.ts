import { files } from '#db/schema/files.ts';
import { newId } from '#server/new-id.ts';
import type { TestApp } from './test-app.ts';

/** A file of somebody's own that hangs nowhere yet, as an upload would have left it, but for the bytes. Returns its id. */
export async function storedFile({ db }: TestApp, ownerId: string): Promise<string> {
  const id = newId();
  await db.write({ actorId: ownerId }, async (tx) => {
    await tx.insert(files).values({
      id,
      hash: id,
      name: '사진.png',
      type: 'image/png',
      sizeBytes: 12,
      width: 3,
      height: 4,
      ownerId,
      createdAt: tx.now,
    });
    tx.audit('test.file', { kind: 'file', id });
  });
  return id;
}
