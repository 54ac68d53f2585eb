import { type ReactNode, useId } from 'react';

type Props = {
  label: string;
  onFiles: (files: readonly File[]) => void;
  /** Only files of this kind: `image/*`. */
  accept?: string;
  /** Draws the button. */
  children: (open: () => void) => ReactNode;
};

/** A button that opens the browser's dialog for choosing files. */
export function FileChoice({ label, onFiles, accept, children }: Props) {
  const id = useId();
  const open = () => document.getElementById(id)?.click();
  return (
    <>
      {children(open)}
      <input
        id={id}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
