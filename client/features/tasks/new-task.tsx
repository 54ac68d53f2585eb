import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { withPerson } from '#client/ui/called-names.ts';
import { useMinute } from '#client/ui/clock.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { type NewTaskLink, TASK_TITLE_MAX } from '#server/tasks/tasks.schema.ts';
import { fittingTask } from './fitting-task.ts';
import { readQuickLine } from './quick-line.ts';
import { QuickPreview } from './quick-preview.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { useAddTask } from './use-add-task.ts';
import { useTaskActs } from './use-task-acts.ts';
import classes from './new-task.module.css';

type Props = {
  filter: TaskFilter;
  /** What it comes from; only without one is this the screen's own line, with its keys. */
  link?: NewTaskLink;
  onAdded?: (id: string) => void;
};

/**
 * One line: Enter adds the task, as what the filters show; what the line itself says counts more. The line keeps its text
 * until the server has it.
 */
export function NewTask({ filter, link, onAdded }: Props) {
  const t = useText('tasks');
  const viewer = useViewer();
  const { teams, everybody } = usePeople();
  const now = useMinute();
  const { createTask } = useTaskActs();
  const addTask = useAddTask(filter);
  const { text, setText, clear } = useDraft(
    link === undefined ? 'new-task' : `new-task:${link.id}`,
  );
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  function begin() {
    cameFrom.current = document.activeElement;
    field.current?.focus();
  }
  const isOfScreen = link === undefined;
  useHotkey({ keys: 'c', label: t('keys.new'), group: t('title') }, begin, isOfScreen);
  useHotkey({ keys: 'n', label: t('keys.new'), group: t('title') }, begin, isOfScreen);
  const teamId = filter.teamId ?? viewer.teamId ?? teams[0]?.id;
  const colleagues = everybody.filter((person) => person.status === 'active');
  const said = readQuickLine(text, { now, colleagues, viewerId: viewer.id });
  const isSpecial =
    said.assigneeId !== null ||
    said.priority !== null ||
    said.dueOn !== null ||
    said.labels.length > 0 ||
    said.unplaced.length > 0;
  async function add() {
    if (said.title === '' || teamId === undefined) return;
    clear();
    const task = fittingTask(said, { filter, viewerId: viewer.id, teamId, now });
    try {
      if (link === undefined) return await addTask(task);
      const { item } = await createTask({ ...task, links: [link] });
      onAdded?.(item.id);
    } catch (error) {
      setText(text);
      toastFailed(error);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const leaves = event.key === 'Escape' && isOfScreen;
    if (event.key !== 'Enter' && !leaves) return;
    event.preventDefault();
    if (leaves) leave(event.currentTarget, cameFrom.current);
    else void add();
  }
  return (
    <div className={classes.line} data-special={isSpecial || undefined}>
      <Plus size={16} aria-hidden="true" />
      <input
        ref={field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- where it is opened by a button, that was meant for it
        autoFocus={!isOfScreen}
        className={classes.field}
        aria-label={t('new')}
        placeholder={t('newTitle')}
        maxLength={TASK_TITLE_MAX}
        value={text}
        disabled={teamId === undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {said.title !== '' && <span className={classes.hint}>{t('newHint')}</span>}
      {isSpecial && (
        <QuickPreview
          task={said}
          onPick={(name, person) => {
            setText(withPerson(text, name, { ...person, colleagues }));
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Back to the task the keys were for, else to the first one: J and K go on from there. */
function leave(field: Element, cameFrom: Element | null): void {
  const isTask = cameFrom instanceof HTMLElement && cameFrom.dataset['task'] !== undefined;
  const before = isTask && cameFrom.isConnected ? cameFrom : null;
  const task = before ?? field.closest('[data-scroll]')?.querySelector<HTMLElement>('[data-task]');
  if (task instanceof HTMLElement) task.focus();
  else if (field instanceof HTMLElement) field.blur();
}
