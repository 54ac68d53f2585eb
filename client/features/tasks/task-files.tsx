import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { HangingFiles } from '#client/ui/hanging-files.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import type { Attaching } from '#client/ui/use-uploads.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';
import type { TaskDetail } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';
import classes from './task-files.module.css';

type Props = { task: TaskDetail; attaching: Attaching; isReadOnly: boolean };

/** Pictures and files of the task itself, beside those of its comments. */
export function TaskFiles({ task, attaching, isReadOnly }: Props) {
  const t = useText('task');
  const { detachFile } = useTaskActs();
  const field = useRef<HTMLInputElement>(null);
  const titleOf = (name: string) => t('takeFileAway', { name });
  async function ask({ id, name }: AttachedFile) {
    const question = { title: titleOf(name), text: t('takeFileAwayText') };
    if (!(await confirm({ ...question, action: t('takeAway'), isDangerous: true }))) return;
    await detachFile(task, id).catch(toastFailed);
  }
  const takeAway = { label: titleOf, run: (file: AttachedFile) => void ask(file) };
  return (
    <section className={classes.part} aria-label={t('files')}>
      {task.files.length > 0 && (
        <HangingFiles files={task.files} takeAway={isReadOnly ? null : takeAway} />
      )}
      <AttachTray {...attaching} />
      {!isReadOnly && (
        <>
          <button type="button" className={classes.add} onClick={() => field.current?.click()}>
            <Paperclip size={14} aria-hidden="true" />
            {t('addFiles')}
          </button>
          <input
            ref={field}
            type="file"
            multiple
            hidden
            aria-label={t('addFiles')}
            onChange={(event) => {
              attaching.add([...(event.target.files ?? [])]);
              event.target.value = ''; // the same file may be chosen again
            }}
          />
        </>
      )}
    </section>
  );
}
