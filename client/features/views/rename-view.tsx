import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { VIEW_NAME_MAX } from '#server/views/views.schema.ts';
import classes from './saved-views.module.css';

type Props = { name: string; onClose: () => void; onRename: (name: string) => Promise<unknown> };

/** In the place of the row: Enter keeps the new name, Esc the old one. */
export function RenameView({ name, onClose, onRename }: Props) {
  const t = useText('views');
  const [text, setText] = useState(name);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const next = text.trim();
    if (next === '' || next === name) return onClose();
    try {
      await onRename(next);
      onClose();
    } catch (error) {
      toastFailed(error); // what was written stays
    }
  }
  return (
    <form className={classes.rename} onSubmit={(event) => void submit(event)}>
      <input
        className={classes.field}
        aria-label={t('rename')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the press that opened the field was meant for it
        autoFocus
        maxLength={VIEW_NAME_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      />
    </form>
  );
}
