import { type AttachedFile, isPicture } from '#server/files/files.schema.ts';
import { AttachedFiles } from './attached-files.tsx';
import { type FileActs, TakeAway } from './take-away.tsx';
import classes from './hanging-files.module.css';

type Props = {
  files: readonly AttachedFile[];
  /** Null where they may only be looked at. */
  acts: FileActs | null;
};

/** Files that hang on something by themselves, each with a way to take it away. */
export function HangingFiles({ files, acts }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id} className={isPicture(file) ? classes.picture : classes.other}>
          <AttachedFiles files={[file]} />
          {acts !== null && <TakeAway file={file} acts={acts} />}
        </li>
      ))}
    </ul>
  );
}
