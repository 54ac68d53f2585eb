import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { DetailPanel } from '#client/ui/detail-panel.tsx';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { isAbsent } from '#client/ui/error-message.ts';
import { Failure } from '#client/ui/failure.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { picturesIn } from '#client/ui/text-with-pictures.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { HERE, useArrival } from '#client/ui/use-arrival.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { taskAbilities } from '#server/tasks/tasks.policy.ts';
import { TASK_TITLE_MAX, type TaskDetail as Task } from '#server/tasks/tasks.schema.ts';
import { TaskActions } from './task-actions.tsx';
import { TaskChecklist } from './task-checklist.tsx';
import { TaskComments } from './task-comments.tsx';
import { TaskConflicts } from './task-conflicts.tsx';
import { TaskDescription } from './task-description.tsx';
import { TaskFields } from './task-fields.tsx';
import { TaskFiles } from './task-files.tsx';
import { TaskLinks } from './task-links.tsx';
import { useSeen } from './unseen-tasks.tsx';
import { useTaskEdit } from './use-task-edit.ts';
import { useTaskFiles } from './use-task-files.ts';
import { useTask } from './use-tasks.ts';
import { useTextPictures } from './use-text-pictures.ts';
import classes from './task-detail.module.css';

export function TaskDetail() {
  const t = useText('tasks');
  const { taskId } = useParams({ from: '/tasks/$taskId' });
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/tasks', search });
  const open = (id: string) =>
    void navigate({ to: '/tasks/$taskId', params: { taskId: id }, search });
  const { query, task } = useTask(taskId);
  const isGone = isAbsent(query.error, 'task');
  return (
    <DetailPanel
      label={task?.title ?? t('title')}
      onClose={close}
      head={
        task !== undefined && !isGone && <TaskActions task={task} onRemoved={close} onOpen={open} />
      }
    >
      {isGone && <EmptyState title={t('gone')} text={t('goneText')} />}
      {query.error !== null && !isGone && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <RowsSkeleton />}
      {task !== undefined && !isGone && <Body key={task.id} task={task} />}
    </DetailPanel>
  );
}

function Body({ task }: { task: Task }) {
  const t = useText('tasks');
  const viewer = useViewer();
  useSeen(task.id);
  const edit = useTaskEdit(task);
  const { kept, save, saveText } = edit;
  const desk = useTaskFiles(task);
  const { fieldRef, addToText, take } = useTextPictures(desk.attaching);
  const inText = picturesIn(task.description, task.files);
  const beside = task.files.filter((file) => inText.every(({ id }) => id !== file.id));
  const place = useArrival<HTMLDivElement>(HERE);
  const isReadOnly = !taskAbilities(viewer, task).edit;
  return (
    <div className={classes.body}>
      <DropFiles onFiles={isReadOnly ? null : take} className={classes.parts}>
        <div ref={place} tabIndex={-1}>
          <EditableText
            label={t('title')}
            className={classes.title}
            value={task.title}
            maxLength={TASK_TITLE_MAX}
            isRequired
            isReadOnly={isReadOnly}
            {...kept('title')}
            onSave={(title, begun) => saveText({ title }, begun)}
          />
        </div>
        <TaskConflicts edit={edit} />
        <TaskFields
          task={task}
          isReadOnly={isReadOnly}
          onSave={(patch, from) => void save(patch, { ...task, ...from }).catch(toastFailed)}
        />
        <TaskDescription
          task={task}
          acts={desk.acts}
          isReadOnly={isReadOnly}
          fieldRef={fieldRef}
          onPictures={addToText}
          {...kept('description')}
          onSave={(description, begun) => saveText({ description }, begun)}
        />
        <TaskFiles files={beside} desk={desk} isReadOnly={isReadOnly} />
        <TaskLinks links={task.links} />
        <TaskChecklist
          taskId={task.id}
          items={task.checklistItems}
          isReadOnly={isReadOnly}
          onSave={(checklistItems) => save({ checklistItems })}
        />
      </DropFiles>
      <TaskComments task={task} />
    </div>
  );
}
