import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { TASK_TITLE_MAX } from '#server/tasks/tasks.schema.ts';
import type { TaskFilter } from './tasks.search.ts';
import { useTaskActs } from './use-task-acts.ts';
import classes from './new-task.module.css';

/** One line: Enter adds the task, as what the filters show. The line keeps its text until the server has it. */
export function NewTask({ filter }: { filter: TaskFilter }) {
  const t = useText('tasks');
  const viewer = useViewer();
  const { teams } = usePeople();
  const { createTask } = useTaskActs();
  const { text, setText, clear } = useDraft('new-task');
  const field = useRef<HTMLInputElement>(null);
  useHotkey({ keys: 'n', label: t('keys.new'), group: t('title') }, () => field.current?.focus());
  const teamId = filter.teamId ?? viewer.teamId ?? teams[0]?.id;
  async function add() {
    const title = text.trim();
    if (title === '' || teamId === undefined) return;
    clear();
    const assigneeId = filter.assigneeId ?? (filter.mine === true ? viewer.id : null);
    try {
      await createTask({
        title,
        teamId,
        assigneeId,
        ...(filter.label === undefined ? {} : { labels: [filter.label] }),
        ...(filter.status?.[0] === undefined ? {} : { status: filter.status[0] }),
      });
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
    <div className={classes.line}>
      <Plus size={16} aria-hidden="true" />
      <input
        ref={field}
        className={classes.field}
        aria-label={t('new')}
        placeholder={t('newTitle')}
        maxLength={TASK_TITLE_MAX}
        value={text}
        disabled={teamId === undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && <span className={classes.hint}>{t('newHint')}</span>}
    </div>
  );
}
