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

export function TaskChecklist({ taskId, items, isReadOnly, onSave }: Props) {
  const t = useText('tasks');
  const { text, setText, clear } = useDraft(`task-item:${taskId}`);
  const { unsaved, keep, forget, fail } = useUnsavedItems(taskId);
  const save = (next: ChecklistItem[]) => onSave(next).catch(toastFailed);
  async function add(item: ChecklistItem) {
    keep(item);
    try {
      if (await onSave([...items, item])) forget(item);
      else fail(item, null);
    } catch (error) {
      fail(item, error);
    }
  }
  function remove(item: ChecklistItem) {
    forget(item);
    void save(items.filter((other) => other !== item));
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
              onChange={() =>
                void save(
                  items.map((other) =>
                    other === item ? { ...item, isDone: !item.isDone } : other,
                  ),
                )
              }
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
