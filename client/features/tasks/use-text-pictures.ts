import { useRef } from 'react';
import { insertLines } from '#client/ui/insert-lines.ts';
import { pictureText } from '#client/ui/markdown-picture.ts';
import type { Attaching } from '#client/ui/use-uploads.ts';
import { isShownType } from '#server/files/files.schema.ts';

/** Pictures given while the description is written stand at its caret; everything else hangs below. */
export function useTextPictures({ add }: Attaching) {
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  function addToText(files: readonly File[]) {
    const field = fieldRef.current;
    const pictures = add(files).filter(({ file }) => isShownType(file.type));
    if (field === null || pictures.length === 0) return;
    insertLines(
      field,
      pictures.map(({ id, file }) => pictureText({ id, name: file.name })),
    );
    field.focus();
  }
  function take(files: readonly File[], target: EventTarget) {
    if (target === fieldRef.current) addToText(files);
    else add(files);
  }
  return { fieldRef, addToText, take };
}
