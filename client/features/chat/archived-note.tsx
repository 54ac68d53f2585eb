import { Archive } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './archived-note.module.css';

/** In the place of the composer. */
export function ArchivedNote() {
  const t = useText('chat');
  return (
    <p className={classes.note}>
      <Archive size={15} aria-hidden="true" />
      {t('archivedNote')}
    </p>
  );
}
