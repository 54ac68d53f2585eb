import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { toastDone } from '#client/ui/toasts.ts';
import type { NewTaskLink } from '#server/tasks/tasks.schema.ts';
import { NewTask } from './new-task.tsx';

/** A button that becomes the line for a new task; the task leads back to what it came from. */
export function MakeTask({ link }: { link: NewTaskLink }) {
  const t = useText('task');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  function onAdded(taskId: string) {
    setOpen(false);
    toastDone(t('made'), {
      label: t('common:open'),
      run: () => void navigate({ to: '/tasks/$taskId', params: { taskId } }),
    });
  }
  if (isOpen) return <NewTask filter={{}} link={link} onAdded={onAdded} />;
  return (
    <Button
      variant="default"
      leftSection={<ListPlus size={14} aria-hidden="true" />}
      onClick={() => setOpen(true)}
    >
      {t('make')}
    </Button>
  );
}
