import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { FileUp } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './drop-files.module.css';

type Props = {
  /** Null: nothing is taken here now. */
  onFiles: ((files: readonly File[], target: EventTarget) => void) | null;
  className?: string | undefined;
  children: ReactNode;
};

/** Files dropped or pasted anywhere in here are taken; while they hang over it, it says so. */
export function DropFiles({ onFiles, className, children }: Props) {
  const t = useText('files');
  const [isOver, setOver] = useState(false);
  // Every element inside is entered and left on its own.
  const depth = useRef(0);
  function cross(event: DragEvent, step: 1 | -1) {
    if (onFiles === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(depth.current + step, 0);
    setOver(depth.current > 0);
  }
  return (
    <div
      className={`${classes.area} ${className ?? ''}`}
      onDragEnter={(event) => cross(event, 1)}
      onDragLeave={(event) => cross(event, -1)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        if (onFiles === null) event.dataTransfer.dropEffect = 'none';
      }}
      onDrop={(event) => {
        depth.current = 0;
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault(); // else the browser would leave for the file
        onFiles?.([...event.dataTransfer.files], event.target);
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (onFiles === null || files.length === 0 || isFormattedText(event.clipboardData)) return;
        event.preventDefault();
        onFiles(files, event.target);
      }}
    >
      {children}
      {isOver && (
        <div className={classes.over}>
          <FileUp size={28} strokeWidth={1.5} aria-hidden="true" />
          {t('dropHere')}
        </div>
      )}
    </div>
  );
}

/** Office programs add a picture of the text that was copied; a picture from a page has no plain text beside it. */
function isFormattedText(data: DataTransfer): boolean {
  return data.getData('text/plain') !== '' && data.types.includes('text/html');
}
