// The bytes of files, each content once, under its hash: `files/<first 2>/<hash>`. They arrive in `files/tmp` and are put
// in place when they are whole and on disk. Which of them somebody still needs is not known here.
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something that came in and lies in `tmp` until it is kept or discarded. */
export type Received = { path: string; hash: string; bytes: number; isText: boolean };

export type Source = AsyncIterable<Buffer>;

/** Thrown by `receive` when more comes than was allowed. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

const BLOB = /^[0-9a-f]{64}$/;
const TRASHED = /^([0-9a-f]{64})\.[0-9a-f]{16}\.trash$/;
const MISSED_PAUSE_MS = 50;

export class FileStore {
  readonly #folder: string;
  readonly #tmp: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'files');
    this.#tmp = join(this.#folder, 'tmp');
  }

  /** Piece by piece, never more in memory than one of them. Rejects with TooLarge, or as the source or the disk does. */
  async receive(source: Source, maxBytes: number): Promise<Received> {
    await mkdir(this.#tmp, { recursive: true, mode: 0o700 });
    const path = join(this.#tmp, `${newName()}.part`);
    const file = await open(path, 'wx', 0o600);
    try {
      const written = await this.write(file, source, maxBytes);
      await file.sync();
      return { path, ...written };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  protected async write(file: FileHandle, source: Source, maxBytes: number) {
    const hash = createHash('sha256');
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    let bytes = 0;
    let isText = true;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new TooLarge();
      hash.update(chunk);
      if (isText) isText = isUtf8(utf8, chunk);
      for (let at = 0; at < chunk.length;)
        at += (await file.write(chunk, at, chunk.length - at)).bytesWritten;
    }
    isText &&= isUtf8(utf8, null);
    return { hash: hash.digest('hex'), bytes, isText };
  }

  /** To be called once more after its row is stored: whoever collects what nobody needs may have looked before. */
  async keep({ path, hash }: Received): Promise<void> {
    const folder = this.#folderOf(hash);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await link(path, join(folder, hash));
    } catch (error) {
      if (isCode(error, 'EEXIST')) return;
      if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      await copyInto(path, join(folder, hash));
    }
    await sync(folder, constants.O_RDONLY);
  }

  async discard({ path }: Received): Promise<void> {
    await rm(path, { force: true });
  }

  /** The caller closes it. Rejects with ENOENT when it is not there. */
  async open(hash: string): Promise<FileHandle> {
    const path = join(this.#folderOf(hash), hash);
    try {
      return await open(path, constants.O_RDONLY);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      await sleep(MISSED_PAUSE_MS); // it may just be being put back, see drop()
      return await open(path, constants.O_RDONLY);
    }
  }

  async #has(hash: string): Promise<boolean> {
    return await stat(join(this.#folderOf(hash), hash)).then(
      () => true,
      () => false,
    );
  }

  /** All that are kept, folder by folder. */
  async *kept(): AsyncGenerator<string[]> {
    for (const name of await namesIn(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(name)) continue;
      yield (await namesIn(join(this.#folder, name))).filter((hash) => BLOB.test(hash));
    }
  }

  /**
   * Removes what nobody needs. It is put aside first and `isNeeded` asked then: an upload of the same content, whose row
   * came too late for that, looks after its write and misses it (see keep()).
   */
  async drop(hash: string, isNeeded: () => Promise<boolean>): Promise<void> {
    if (!(await this.#has(hash))) return;
    const aside = join(this.#tmp, `${hash}.${newName()}.trash`);
    try {
      await mkdir(this.#tmp, { recursive: true, mode: 0o700 });
      await rename(join(this.#folderOf(hash), hash), aside);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return;
      throw error;
    }
    await this.#settle({ hash, path: aside }, isNeeded);
  }

  /** What a process that was killed left behind: parts older than `before`, and what it had put aside. */
  async tidy(before: Date, isNeeded: (hash: string) => Promise<boolean>): Promise<void> {
    for (const name of await namesIn(this.#tmp)) {
      const path = join(this.#tmp, name);
      const touchedAt = (await stat(path).catch(() => null))?.ctime;
      if (touchedAt === undefined || touchedAt >= before) continue;
      const hash = TRASHED.exec(name)?.[1];
      if (hash === undefined) await rm(path, { force: true });
      else await this.#settle({ hash, path }, () => isNeeded(hash));
    }
  }

  async #settle(aside: { hash: string; path: string }, isNeeded: () => Promise<boolean>) {
    const { hash, path } = aside;
    if (await isNeeded()) await this.keep({ path, hash, bytes: 0, isText: false });
    await unlink(path);
  }

  #folderOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2));
  }
}

function isUtf8(decoder: TextDecoder, chunk: Buffer | null): boolean {
  try {
    const text = chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
    return !text.includes('\0');
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Where there are no links: a copy that appears at once. */
async function copyInto(path: string, target: string): Promise<void> {
  const copy = `${path}.copy`;
  await copyFile(path, copy);
  await sync(copy, constants.O_RDWR);
  await rename(copy, target);
}

async function sync(path: string, flags: number): Promise<void> {
  const opened = await open(path, flags);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function newName(): string {
  return randomBytes(8).toString('hex');
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
