import { X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { type AttachedFile, isPicture } from '#server/files/files.schema.ts';
import { IconButton } from './icon-button.tsx';
import { toastDone, toastFailed } from './toasts.ts';
import classes from './take-away.module.css';

export type FileActs = {
  detach: (fileId: string) => Promise<unknown>;
  restore: (fileId: string) => Promise<unknown>;
};

/** Takes a file off what it hangs on: at once, with the way back in a toast. Over a picture, beside another file. */
export function TakeAway({ file, acts }: { file: AttachedFile; acts: FileActs }) {
  const t = useText('files');
  const button = useRef<HTMLButtonElement>(null);
  const { id, name } = file;
  async function takeAway() {
    if (button.current !== null) focusBeside(button.current);
    try {
      await acts.detach(id);
      toastDone(t('takenAway', { name }), { label: t('common:undo'), run: () => void putBack() });
    } catch (error) {
      toastFailed(error);
    }
  }
  async function putBack() {
    try {
      await acts.restore(id);
    } catch (error) {
      toastFailed(error, { label: t('common:retry'), run: () => void putBack() });
    }
  }
  return (
    <IconButton
      ref={button}
      icon={X}
      size={24}
      className={isPicture(file) ? classes.over : undefined}
      label={t('takeAway', { name })}
      onClick={() => void takeAway()}
    />
  );
}

/** The button goes with its file: whoever works by keyboard goes on at the next one, or where files are added. */
function focusBeside(button: HTMLElement): void {
  const item = button.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  const place = beside ?? button.closest('section, [data-home]');
  const buttons = [...(place?.querySelectorAll('button') ?? [])];
  const next = buttons.findLast((other) => other !== button && item?.contains(other) !== true);
  next?.focus({ preventScroll: true });
}
