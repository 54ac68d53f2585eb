import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { sayAppointment, sayDay } from '#client/ui/say-time.ts';
import { When } from '#client/ui/when.tsx';
import type { ChecklistChange, TaskChange } from '#server/tasks/tasks.activity.schema.ts';
import type { TaskPriority, TaskStatus } from '#server/tasks/tasks.schema.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './task-comments.module.css';

/** Who changed what, from what to what, in one quiet line. */
export function TaskChangeLine({ change }: { change: TaskChange }) {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const { label, say } = useFieldWords(change.field);
  const sayChecklist = useSayChecklist();
  const isOfChecklist = change.field === 'checklistItems';
  const [before, after] = isOfChecklist ? [null, null] : [say(change.before), say(change.after)];
  return (
    <li className={classes.change}>
      <span className={classes.author}>
        {personOf(change.actorId)?.name ?? t('common:unknownPerson')}
      </span>
      <span className={classes.what}>
        {isOfChecklist ? sayChecklist(change.after as ChecklistChange) : label}
        {after !== null && (before === null ? `: ${after}` : `: ${before} → ${after}`)}
      </span>
      <When at={change.at} className={classes.time} />
    </li>
  );
}

const ACTS = ['added', 'removed', 'finished', 'reopened'] as const;

function useSayChecklist(): (change: ChecklistChange) => string {
  const t = useText('tasks');
  return (change) => {
    const said = ACTS.filter((act) => change[act].length > 0).map((act) =>
      t(`changed.checklist.${act}`, { titles: change[act].join(', ') }),
    );
    const words = said.length > 0 ? said.join(', ') : t('changed.checklist.edited');
    return `${words} (${change.done}/${change.total})`;
  };
}

const NO_DUE = { dueOn: null, dueAt: null };

type Due = { dueOn: string | null; dueAt: Date | string | null };
type Words = { label: string; say: (value: unknown) => string | null };

/** The values come from the log as they were stored; null: the label alone says it. */
function useFieldWords(field: string): Words {
  const t = useText('tasks');
  const tOfOne = useText('task');
  const sayRepeat = useSayRepeat();
  const locale = useLocale();
  const now = useMinute();
  const { personOf, teamOf } = usePeople();
  const nothing = t('common:none');
  const person = (id: unknown) => personOf(String(id))?.name ?? t('common:unknownPerson');
  switch (field) {
    case 'title':
      return { label: t('changed.title'), say: String };
    case 'status':
      return { label: t('status'), say: (value) => t(`statuses.${value as TaskStatus}`) };
    case 'priority':
      return { label: t('priority'), say: (value) => t(`priorities.${value as TaskPriority}`) };
    case 'teamId':
      return { label: t('team'), say: (id) => teamOf(String(id))?.name ?? nothing };
    case 'assigneeId':
      return { label: t('assignee'), say: (id) => (id === null ? nothing : person(id)) };
    case 'labels':
      return { label: t('labels'), say: (value) => (value as string[]).join(', ') || nothing };
    case 'watcherIds':
      return {
        label: t('watchers'),
        say: (ids) => (ids as string[]).map(person).join(', ') || nothing,
      };
    case 'repeat':
      return {
        label: tOfOne('repeat.title'),
        say: (rule) => (typeof rule === 'string' ? sayRepeat(rule, NO_DUE) : nothing),
      };
    case 'repeatFrom':
      return {
        label: tOfOne('repeat.from'),
        say: (from) => tOfOne(from === 'due' ? 'repeat.fromDue' : 'repeat.fromDone'),
      };
    case 'files':
      return {
        label: tOfOne('files'),
        say: (names) => (names as string[]).join(', ') || nothing,
      };
    case 'due':
      return { label: t('due'), say: (value) => dueWords(value as Due) };
    default:
      return { label: t('changed.description'), say: () => null };
  }

  function dueWords({ dueOn, dueAt }: Due): string {
    if (dueOn === null) return nothing;
    if (dueAt === null) return sayDay(dueOn, { now, locale });
    return sayAppointment(new Date(dueAt), { now, locale });
  }
}
