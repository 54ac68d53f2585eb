// Files on their way to a message or a comment: two at a time, each with its progress; what failed stays and can be tried
// again under its own id, so that trying again never stores it twice. Kept while other screens are shown.
import { newId } from '#client/api/new-id.ts';
import { type AttachedFile, FILE_MAX_BYTES, FILES_MAX } from '#server/files/files.schema.ts';
import type { PutFile } from './put-file.ts';

export type Upload = {
  id: string;
  file: File;
  /** Shows a picture before it is stored; null for other files. */
  address: string | null;
  state: 'waiting' | 'sending' | 'stored' | 'failed';
  /** From 0 to 1. */
  share: number;
  /** Null until it is stored. */
  stored: AttachedFile | null;
  error: unknown;
};

const AT_ONCE = 2;

export class Uploads {
  readonly #put: PutFile;
  readonly #stops = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #list: readonly Upload[] = [];

  constructor(put: PutFile) {
    this.#put = put;
  }

  /** The same array until something changes. */
  get list(): readonly Upload[] {
    return this.#list;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Those that fit are taken; what was left out says why. */
  add(files: readonly File[]): { taken: Upload[]; tooLarge: File[]; tooMany: File[] } {
    const tooLarge = files.filter((file) => file.size > FILE_MAX_BYTES);
    const fitting = files.filter((file) => file.size <= FILE_MAX_BYTES);
    const room = Math.max(FILES_MAX - this.#list.length, 0);
    const taken = fitting.slice(0, room).map(newUpload);
    this.#set([...this.#list, ...taken]);
    this.#pump();
    return { taken, tooLarge, tooMany: fitting.slice(room) };
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting', share: 0, error: null });
    this.#pump();
  }

  /** Also calls it off while it is under way. */
  remove(id: string): void {
    this.#stops.get(id)?.abort();
    const removed = this.#list.find((upload) => upload.id === id);
    if (removed?.address) URL.revokeObjectURL(removed.address);
    this.#set(this.#list.filter((upload) => upload.id !== id));
    this.#pump();
  }

  /** They went with a message; what is not stored yet stays. */
  take(): AttachedFile[] {
    const taken = this.#list.flatMap(({ stored }) => stored ?? []);
    for (const { id } of taken) this.remove(id);
    return taken;
  }

  #pump(): void {
    for (const upload of this.#list) {
      if (this.#stops.size >= AT_ONCE) return;
      if (upload.state === 'waiting' && !this.#stops.has(upload.id)) void this.#send(upload);
    }
  }

  async #send({ id, file }: Upload): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#change(id, { state: 'sending' });
    try {
      const onProgress = (share: number) => this.#change(id, { share });
      const stored = await this.#put(file, { id, signal: stop.signal, onProgress });
      this.#change(id, { state: 'stored', share: 1, stored });
    } catch (error) {
      this.#change(id, { state: 'failed', error });
    } finally {
      this.#stops.delete(id);
      this.#pump();
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#set(this.#list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #set(list: readonly Upload[]): void {
    this.#list = list;
    for (const listener of this.#listeners) listener();
  }
}

function newUpload(file: File): Upload {
  const address = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
  return { id: newId(), file, address, state: 'waiting', share: 0, stored: null, error: null };
}
