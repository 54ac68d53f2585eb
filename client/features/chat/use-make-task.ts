// A message becomes a task with one press: mine, named after it, and leading back to it.
import { useNavigate } from '@tanstack/react-router';
import { useTaskActs } from '#client/features/tasks/use-task-acts.ts';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { TASK_TITLE_MAX } from '#server/tasks/tasks.schema.ts';
import { titleFrom } from './title-from.ts';

export function useMakeTask() {
  const t = useText('chat');
  const viewer = useViewer();
  const { teams } = usePeople();
  const { createTask } = useTaskActs();
  const navigate = useNavigate();
  const teamId = viewer.teamId ?? teams[0]?.id;

  async function makeTask(message: Message): Promise<void> {
    if (teamId === undefined) return toastFailed({ data: { reason: 'no_team' } });
    const title = titleFrom(message, TASK_TITLE_MAX, t('message'));
    const description = message.body.trim() === title ? '' : message.body;
    const links = [{ kind: 'message' as const, id: message.id }];
    try {
      const { item } = await createTask({
        title,
        teamId,
        assigneeId: viewer.id,
        description,
        links,
      });
      const open = () => void navigate({ to: '/tasks/$taskId', params: { taskId: item.id } });
      toastDone(t('taskMade'), { label: t('open'), run: open });
    } catch (error) {
      toastFailed(error);
    }
  }
  return { makeTask };
}
