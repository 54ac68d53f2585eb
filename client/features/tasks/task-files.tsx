import { Paperclip } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { FileChoice } from '#client/ui/file-choice.tsx';
import { HangingFiles } from '#client/ui/hanging-files.tsx';
import type { AttachedFile } from '#server/files/files.schema.ts';
import type { TaskFilesDesk } from './use-task-files.ts';
import classes from './task-files.module.css';

type Props = { files: readonly AttachedFile[]; desk: TaskFilesDesk; isReadOnly: boolean };

/** Pictures and files of the task itself, beside those of its comments. */
export function TaskFiles({ files, desk, isReadOnly }: Props) {
  const t = useText('task');
  const { attaching, failed, acts } = desk;
  return (
    <section className={classes.part} aria-label={t('files')}>
      <HangingFiles files={files} acts={isReadOnly ? null : acts} />
      <AttachTray {...attaching} />
      {failed !== null && <Failure error={failed.error} onRetry={failed.retry} />}
      {!isReadOnly && (
        <FileChoice label={t('addFiles')} onFiles={attaching.add}>
          {(open) => (
            <button type="button" className={classes.add} onClick={open}>
              <Paperclip size={14} aria-hidden="true" />
              {t('addFiles')}
            </button>
          )}
        </FileChoice>
      )}
    </section>
  );
}
