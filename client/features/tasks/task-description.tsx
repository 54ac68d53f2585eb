import { ImagePlus } from 'lucide-react';
import type { RefObject } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EditableText } from '#client/ui/editable-text.tsx';
import { FileChoice } from '#client/ui/file-choice.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { Begun } from '#client/ui/kept-edit.ts';
import type { FileActs } from '#client/ui/take-away.tsx';
import { TextWithPictures } from '#client/ui/text-with-pictures.tsx';
import { TASK_DESCRIPTION_MAX, type TaskDetail } from '#server/tasks/tasks.schema.ts';
import { useColleagues } from './use-colleagues.ts';
import classes from './task-detail.module.css';

type Props = {
  task: TaskDetail;
  acts: FileActs;
  isReadOnly: boolean;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** To stand at the caret. */
  onPictures: (files: readonly File[]) => void;
  since: number;
  keepAs: string;
  onSave: (description: string, begun: Begun) => Promise<unknown>;
};

/** Light Markdown; pictures that are pasted, dropped or chosen while it is written stand where the caret is. */
export function TaskDescription({ task, acts, isReadOnly, onPictures, ...field }: Props) {
  const t = useText('tasks');
  const colleagues = useColleagues();
  return (
    <EditableText
      label={t('description')}
      className={classes.description}
      value={task.description}
      placeholder={t('addDescription')}
      renderText={(text) => (
        <TextWithPictures
          text={text}
          files={task.files}
          mentions={colleagues}
          acts={isReadOnly ? null : acts}
        />
      )}
      tools={<PictureChoice onPictures={onPictures} />}
      maxLength={TASK_DESCRIPTION_MAX}
      isMultiline
      isReadOnly={isReadOnly}
      {...field}
    />
  );
}

function PictureChoice({ onPictures }: Pick<Props, 'onPictures'>) {
  const t = useText('task');
  return (
    <FileChoice label={t('addPicture')} accept="image/*" onFiles={onPictures}>
      {(open) => <IconButton icon={ImagePlus} label={t('addPicture')} onClick={open} />}
    </FileChoice>
  );
}
