// Items of a checklist that were entered and are not on the server yet: kept in this browser until they are.
import { useState } from 'react';
import { readDraft, writeDraft } from '#client/ui/use-draft.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { ChecklistItem } from '#server/tasks/tasks.schema.ts';

export type UnsavedItem = { item: ChecklistItem; error: unknown };

export function useUnsavedItems(taskId: string) {
  const key = `${useViewer().id}.task-items:${taskId}`;
  const read = () => itemsIn(readDraft(key) ?? '[]');
  const [unsaved, setUnsaved] = useState<readonly UnsavedItem[]>(() =>
    read().map((item) => ({ item, error: null })),
  );
  function keep(item: ChecklistItem) {
    write([...without(read(), item), item]);
  }
  function forget(item: ChecklistItem) {
    write(without(read(), item));
    setUnsaved((items) => items.filter((other) => other.item.id !== item.id));
  }
  function fail(item: ChecklistItem, error: unknown) {
    setUnsaved((items) => [...items.filter((other) => other.item.id !== item.id), { item, error }]);
  }
  function write(items: readonly ChecklistItem[]) {
    writeDraft(key, items.length === 0 ? null : JSON.stringify(items));
  }
  return { unsaved, keep, forget, fail };
}

function without(items: readonly ChecklistItem[], { id }: ChecklistItem): ChecklistItem[] {
  return items.filter((other) => other.id !== id);
}

function itemsIn(json: string): ChecklistItem[] {
  try {
    const items: unknown = JSON.parse(json);
    return Array.isArray(items) ? items.filter(isItem) : [];
  } catch {
    return []; // not ours, or cut off
  }
}

function isItem(value: unknown): value is ChecklistItem {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, isDone } = value as Partial<ChecklistItem>;
  return typeof id === 'string' && typeof title === 'string' && typeof isDone === 'boolean';
}
