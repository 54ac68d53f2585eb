// What each part of a list has loaded so far. Each part has its own live query; what all of them hold together is one
// list on the screen, so it is kept here, beside the components.
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

export type ListedPart = {
  tasks: readonly TaskItem[];
  isPending: boolean;
  error: unknown;
  hasMore: boolean;
  more: () => void;
  refetch: () => void;
};

export type ListedParts = ReadonlyMap<string, ListedPart>;

export class ListedTasks {
  #parts: ListedParts = new Map();
  readonly #listeners = new Set<() => void>();

  snapshot = (): ListedParts => this.#parts;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(key: string, part: ListedPart | null): void {
    const next = new Map(this.#parts);
    if (part === null) next.delete(key);
    else next.set(key, part);
    this.#parts = next;
    for (const listener of this.#listeners) listener();
  }
}
