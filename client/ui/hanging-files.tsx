import { X } from 'lucide-react';
import type { AttachedFile } from '#server/files/files.schema.ts';
import { AttachedFiles } from './attached-files.tsx';
import { IconButton } from './icon-button.tsx';
import classes from './hanging-files.module.css';

type Props = {
  files: readonly AttachedFile[];
  /** Null where they may only be looked at; `label` says what the button does, of each. */
  takeAway: { label: (name: string) => string; run: (file: AttachedFile) => void } | null;
};

/** Files that hang on something by themselves, each with a way to take it away. */
export function HangingFiles({ files, takeAway }: Props) {
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id} className={classes.file}>
          <AttachedFiles files={[file]} />
          {takeAway !== null && (
            <IconButton
              icon={X}
              size={24}
              className={classes.away}
              label={takeAway.label(file.name)}
              onClick={() => takeAway.run(file)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
