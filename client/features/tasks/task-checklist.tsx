import { Checkbox } from '@mantine/core';
import '#client/ui/field-styles.ts';
import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { newId } from '#client/api/new-id.ts';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import {
  TASK_CHECKLIST_MAX,
  TASK_TITLE_MAX,
  type ChecklistItem,
} from '#server/tasks/tasks.schema.ts';
import classes from './task-detail.module.css';

type Props = {
  items: readonly ChecklistItem[];
  isReadOnly: boolean;
  onSave: (items: ChecklistItem[]) => Promise<void>;
};

export function TaskChecklist({ items, isReadOnly, onSave }: Props) {
  const t = useText('tasks');
  const [text, setText] = useState('');
  const save = (next: ChecklistItem[]) => onSave(next).catch(toastFailed);
  async function add() {
    const title = text.trim();
    if (title === '') return;
    setText('');
    try {
      await onSave([...items, { id: newId(), title, isDone: false }]);
    } catch (error) {
      setText(title);
      toastFailed(error);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  }
  return (
    <section aria-label={t('checklist')}>
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
                onClick={() => void save(items.filter((other) => other !== item))}
              />
            )}
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
