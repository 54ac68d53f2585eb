import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import type { TaskItem, TaskPatch } from '#server/tasks/tasks.schema.ts';
import classes from './task-detail.module.css';

type Props = {
  task: TaskItem;
  /** `from`: as it was when this was opened. */
  onSave: (patch: TaskPatch, from: TaskItem) => void;
};

/** A day, and a time of it if it matters; both as in Seoul. */
export function DueField({ task, onSave }: Props) {
  const t = useText('tasks');
  const [begun] = useState(task);
  const [day, setDay] = useState(task.dueOn ?? '');
  const [time, setTime] = useState(task.dueAt === null ? '' : clockOf(task.dueAt));
  function save() {
    if (day === '') return onSave({ dueOn: null }, begun);
    const [hour, minute] = time.split(':').map(Number);
    if (hour === undefined || minute === undefined) onSave({ dueOn: day }, begun);
    else onSave({ dueAt: seoulInstant(day, hour, minute) }, begun);
  }
  return (
    <form
      className={classes.due}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        {t('dueDay')}
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <label>
        {t('dueTime')}
        <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <div className={classes.dueButtons}>
        <Button size="xs" variant="default" onClick={() => onSave({ dueOn: null }, begun)}>
          {t('noDue')}
        </Button>
        <Button size="xs" type="submit">
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

function clockOf(at: Date): string {
  const { hour, minute } = seoulTime(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
