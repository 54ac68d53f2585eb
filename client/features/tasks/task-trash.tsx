import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { DetailPanel } from '#client/ui/detail-panel.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { When } from '#client/ui/when.tsx';
import { TRASH_DAYS, type TrashedTask } from '#server/tasks/tasks.trash.schema.ts';
import { LoadMore } from './load-more.tsx';
import { useTaskActs } from './use-task-acts.ts';
import { useTrash } from './use-trash.ts';
import classes from './task-trash.module.css';

/** Removed tasks, to be had back for a while. */
export function TaskTrash() {
  const t = useText('task');
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate();
  const { query, tasks, hasMore, more } = useTrash();
  const { restoreTask } = useTaskActs();
  async function restore(task: TrashedTask) {
    const { removedAt: _at, removedById: _by, ...item } = task;
    try {
      await restoreTask(item);
      toastDone(t('restored', { title: task.title }), {
        label: t('common:open'),
        run: () => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id }, search }),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <DetailPanel
      label={t('trash')}
      onClose={() => void navigate({ to: '/tasks', search })}
      head={<h2 className={classes.head}>{t('trash')}</h2>}
    >
      <p className={classes.hint}>{t('trashHint', { days: TRASH_DAYS })}</p>
      <ListState
        query={query}
        isEmpty={tasks.length === 0}
        empty={{ icon: Trash2, title: t('trashEmpty') }}
      >
        <ul className={classes.list} aria-label={t('trash')}>
          {tasks.map((task) => (
            <Trashed key={task.id} task={task} onRestore={() => void restore(task)} />
          ))}
        </ul>
        {hasMore && <LoadMore onReach={more} />}
      </ListState>
    </DetailPanel>
  );
}

function Trashed({ task, onRestore }: { task: TrashedTask; onRestore: () => void }) {
  const t = useText('task');
  const { personOf, teamOf } = usePeople();
  const remover = task.removedById === null ? undefined : personOf(task.removedById);
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span className={classes.title}>{task.title}</span>
        <span className={classes.facts}>
          {teamOf(task.teamId)?.name}
          {remover !== undefined && ` · ${t('removedBy', { name: remover.name })}`}
          {' · '}
          <When at={task.removedAt} />
        </span>
      </span>
      <Button
        size="xs"
        variant="default"
        aria-label={t('restoreOne', { title: task.title })}
        onClick={onRestore}
      >
        {t('restore')}
      </Button>
    </li>
  );
}
