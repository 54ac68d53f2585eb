import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { TASK_LABEL_MAX, TASK_LABELS_MAX } from '#server/tasks/tasks.schema.ts';
import classes from './task-detail.module.css';

type Props = { labels: readonly string[]; onSave: (labels: string[]) => void };

/** Enter adds a label; each has its own button to take it away. */
export function LabelsField({ labels, onSave }: Props) {
  const t = useText('tasks');
  const [text, setText] = useState('');
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const label = text.trim();
    if (label === '' || labels.includes(label)) return;
    setText('');
    onSave([...labels, label]);
  }
  return (
    <div className={classes.labels}>
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          className={classes.label}
          aria-label={t('removeItem', { title: label })}
          onClick={() => onSave(labels.filter((other) => other !== label))}
        >
          {label}
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      {labels.length < TASK_LABELS_MAX && (
        <input
          className={classes.addItem}
          aria-label={t('addLabel')}
          placeholder={t('addLabel')}
          maxLength={TASK_LABEL_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
