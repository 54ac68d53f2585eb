import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { findRepeat } from '#client/words/repeat-words.ts';
import type { TaskItem, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './repeat-field.module.css';

const USUAL = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY',
  'FREQ=MONTHLY',
  'FREQ=YEARLY',
];

type Props = {
  task: Pick<TaskItem, 'repeat' | 'repeatFrom' | 'dueOn' | 'dueAt'>;
  onSave: (patch: TaskPatch) => void;
  onClose: () => void;
};

/** One of the usual rules, or one said in words; and from which day the next one is counted. */
export function RepeatField({ task, onSave, onClose }: Props) {
  const t = useText('task');
  const say = useSayRepeat();
  const [words, setWords] = useState('');
  const said = findRepeat(words)?.value.rule;
  const rules = [
    ...USUAL,
    ...(task.repeat === null || USUAL.includes(task.repeat) ? [] : [task.repeat]),
  ];
  const pick = (repeat: string | null) => {
    onSave({ repeat });
    onClose();
  };
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (said !== undefined) pick(said);
  }
  return (
    <div className={classes.field}>
      <fieldset className={classes.rules} aria-label={t('repeat.title')}>
        {[null, ...rules].map((rule) => (
          <button
            key={rule}
            type="button"
            className={classes.rule}
            aria-pressed={rule === task.repeat}
            onClick={() => pick(rule)}
          >
            {rule === null ? t('repeat.none') : say(rule, task)}
            {rule === task.repeat && <Check size={15} aria-hidden="true" />}
          </button>
        ))}
      </fieldset>
      <form className={classes.words} onSubmit={onSubmit}>
        <input
          aria-label={t('repeat.inWords')}
          placeholder={t('repeat.example')}
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button size="xs" type="submit" disabled={said === undefined}>
          {said === undefined ? t('repeat.use') : say(said, task)}
        </Button>
      </form>
      {task.repeat !== null && (
        <Choice
          label={t('repeat.from')}
          value={task.repeatFrom}
          options={[
            { value: 'due', label: t('repeat.fromDue') },
            { value: 'done', label: t('repeat.fromDone') },
          ]}
          onChange={(repeatFrom) => onSave({ repeatFrom })}
        />
      )}
    </div>
  );
}
