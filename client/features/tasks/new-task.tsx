import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { type NewTaskLink, TASK_LABELS_MAX, TASK_TITLE_MAX } from '#server/tasks/tasks.schema.ts';
import { readQuickLine } from './quick-line.ts';
import { QuickPreview } from './quick-preview.tsx';
import type { TaskFilter } from './tasks.search.ts';
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
  const { text, setText, clear } = useDraft(
    link === undefined ? 'new-task' : `new-task:${link.id}`,
  );
  const field = useRef<HTMLInputElement>(null);
  const begin = () => field.current?.focus();
  const isOfScreen = link === undefined;
  useHotkey({ keys: 'c', label: t('keys.new'), group: t('title') }, begin, isOfScreen);
  useHotkey({ keys: 'n', label: t('keys.new'), group: t('title') }, begin, isOfScreen);
  const teamId = filter.teamId ?? viewer.teamId ?? teams[0]?.id;
  const colleagues = everybody.filter((person) => person.status === 'active');
  const said = readQuickLine(text, { now, colleagues });
  const isSpecial =
    said.assigneeId !== null ||
    said.priority !== null ||
    said.dueOn !== null ||
    said.labels.length > 0;
  async function add() {
    if (said.title === '' || teamId === undefined) return;
    clear();
    const fromFilter = filter.assigneeId ?? (filter.mine === true ? viewer.id : null);
    const labels = filter.label === undefined ? said.labels : [filter.label, ...said.labels];
    try {
      const { item } = await createTask({
        title: said.title,
        teamId,
        assigneeId: said.assigneeId ?? fromFilter,
        labels: [...new Set(labels)].slice(0, TASK_LABELS_MAX),
        priority: said.priority ?? 'normal',
        ...(said.dueAt === null ? { dueOn: said.dueOn } : { dueAt: said.dueAt }),
        ...(filter.status?.[0] === undefined ? {} : { status: filter.status[0] }),
        ...(link === undefined ? {} : { links: [link] }),
      });
      onAdded?.(item.id);
    } catch (error) {
      setText(text);
      toastFailed(error);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
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
      {text !== '' && <span className={classes.hint}>{t('newHint')}</span>}
      {isSpecial && <QuickPreview task={said} />}
    </div>
  );
}
