// What nobody needs any more: files that were uploaded and never put anywhere, those that were taken off and not put back,
// and bytes without a file. Every process looks once an hour; a running upload of the same content is never hurt by it
// (see FileStore.drop).
import { and, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Db } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { HOOKS, REMOVED_FILE_KEPT_MS } from './files.hanging.ts';

const WAITS_MS = 24 * 3_600_000;
const AGAIN_AFTER_MS = 3_600_000;
/** An upload may be under way; an hour later it is not. */
const PART_WAITS_MS = 3_600_000;
const HASHES_AT_ONCE = 500;

/** Returns how to stop. The first time after an hour: a start has better things to do. */
export function keepFilesTidy(deps: Deps): () => void {
  let cancel = () => {};
  let isStopped = false;
  const plan = () => {
    if (isStopped) return;
    const at = new Date(deps.clock.now().getTime() + AGAIN_AFTER_MS);
    cancel = deps.clock.wakeAt(at, () => void run());
  };
  const run = async () => {
    try {
      await collectFiles(deps);
    } catch (error) {
      if (!isStopped) deps.log.error({ err: error }, 'Unused files could not be removed.');
    }
    plan();
  };
  plan();
  return () => {
    isStopped = true;
    cancel();
  };
}

export async function collectFiles({ db, clock, files: store }: Deps): Promise<void> {
  await forgetUnused(db, clock.now());
  await store.tidy(new Date(Date.now() - PART_WAITS_MS), (hash) => isNeeded(db, hash));
  for await (const hashes of store.kept()) await dropUnneeded({ db, files: store }, hashes);
}

/** After the write that removed their files. It is done already: what cannot be removed now is collected later. */
export async function dropSoon(deps: Deps, hashes: readonly string[]): Promise<void> {
  try {
    await dropUnneeded(deps, hashes);
  } catch (error) {
    deps.log.error({ err: error }, 'The bytes of a removed file could not be removed yet.');
  }
}

/** Of these contents, those that no file needs any more. */
export async function dropUnneeded(
  { db, files: store }: Pick<Deps, 'db' | 'files'>,
  hashes: readonly string[],
): Promise<void> {
  for (let at = 0; at < hashes.length; at += HASHES_AT_ONCE) {
    const some = hashes.slice(at, at + HASHES_AT_ONCE);
    const needed = await neededOf(db, some);
    for (const hash of some)
      if (!needed.has(hash)) await store.drop(hash, () => isNeeded(db, hash));
  }
}

async function forgetUnused(db: Db, now: Date): Promise<void> {
  const msAgo = (ms: number) => new Date(now.getTime() - ms);
  const isUnused = or(
    and(isNull(files.subjectKind), isNull(files.subjectId), lt(files.createdAt, msAgo(WAITS_MS))),
    // The kinds lead to an index.
    and(inArray(files.subjectKind, [...HOOKS]), lte(files.removedAt, msAgo(REMOVED_FILE_KEPT_MS))),
  );
  const found = await db.read((tx) =>
    tx.select({ id: files.id }).from(files).where(isUnused).limit(1),
  );
  if (found.length === 0) return;
  await db.write({ actorId: null }, async (tx) => {
    const gone = await tx.delete(files).where(isUnused).returning({ id: files.id });
    if (gone.length > 0)
      tx.audit('files.collect', { kind: 'files', id: 'files' }, { count: gone.length });
  });
}

async function isNeeded(db: Db, hash: string): Promise<boolean> {
  return (await neededOf(db, [hash])).has(hash);
}

async function neededOf(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const list = [...hashes];
  const rows = await db.read((tx) =>
    tx
      .select({ hash: files.hash, thumbnailHash: files.thumbnailHash })
      .from(files)
      .where(or(inArray(files.hash, list), inArray(files.thumbnailHash, list))),
  );
  return new Set(rows.flatMap((row) => [row.hash, row.thumbnailHash ?? row.hash]));
}
