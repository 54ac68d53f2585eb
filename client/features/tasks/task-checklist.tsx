import { Checkbox } from '@mantine/core';
import '#client/ui/field-styles.ts';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { newId } from '#client/api/new-id.ts';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { Unsaved } from '#client/ui/unsaved.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useInTurn } from '#client/ui/use-in-turn.ts';
import {
  TASK_CHECKLIST_MAX,
  TASK_TITLE_MAX,
  type ChecklistItem,
} from '#server/tasks/tasks.schema.ts';
import { useUnsavedItems } from './use-unsaved-items.ts';
import classes from './task-detail.module.css';

type Props = {
  taskId: string;
  items: readonly ChecklistItem[];
  isReadOnly: boolean;
  /** False: whether it will be saved is still to be decided, elsewhere. */
  onSave: (items: ChecklistItem[]) => Promise<boolean>;
};

/** The whole list is stored at once, so a change is made on what the one before has left. */
type Change = (items: readonly ChecklistItem[]) => ChecklistItem[];

export function TaskChecklist({ taskId, items, isReadOnly, onSave }: Props) {
  const t = useText('tasks');
  const { text, setText, clear } = useDraft(`task-item:${taskId}`);
  const { unsaved, keep, forget, fail } = useUnsavedItems(taskId);
  const saveInTurn = useInTurn((change: Change) => onSave(change(items)));
  const save = (change: Change) => void saveInTurn(change).catch(toastFailed);
  async function add(item: ChecklistItem) {
    keep(item);
    try {
      if (await saveInTurn((others) => [...without(others, item), item])) forget(item);
      else fail(item, null);
    } catch (error) {
      fail(item, error);
    }
  }
  function remove(item: ChecklistItem) {
    forget(item);
    save((others) => without(others, item));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const title = text.trim();
    if (title === '') return;
    clear();
    void add({ id: newId(), title, isDone: false });
  }
  const done = items.filter((item) => item.isDone).length;
  const missing = unsaved.filter(({ item }) => items.every(({ id }) => id !== item.id));
  if (isReadOnly && items.length === 0) return null;
  return (
    <section aria-label={t('checklist')}>
      <h3 className={classes.partHead}>
        {t('checklist')}
        {items.length > 0 && (
          <span className={classes.count}>
            {done}/{items.length}
          </span>
        )}
      </h3>
      <ul className={classes.checklist}>
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              size="xs"
              checked={item.isDone}
              disabled={isReadOnly}
              label={item.title}
              onChange={() => save((others) => others.map((other) => toggled(other, item)))}
            />
            {!isReadOnly && (
              <IconButton
                icon={X}
                size={22}
                variant="subtle"
                label={t('removeItem', { title: item.title })}
                onClick={() => remove(item)}
              />
            )}
          </li>
        ))}
        {missing.map(({ item, error }) => (
          <li key={item.id} className={classes.missing}>
            {item.title}
            <Unsaved error={error} onRetry={() => void add(item)} onDiscard={() => forget(item)} />
          </li>
        ))}
      </ul>
      {!isReadOnly && items.length < TASK_CHECKLIST_MAX && (
        <input
          className={classes.addItem}
          aria-label={t('addChecklistItem')}
          placeholder={t('addChecklistItem')}
          maxLength={TASK_TITLE_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </section>
  );
}

function without(items: readonly ChecklistItem[], { id }: ChecklistItem): ChecklistItem[] {
  return items.filter((other) => other.id !== id);
}

function toggled(item: ChecklistItem, { id, isDone }: ChecklistItem): ChecklistItem {
  return item.id === id ? { ...item, isDone: !isDone } : item;
}
