import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { VIEW_NAME_MAX } from '#server/views/views.schema.ts';
import classes from './saved-views.module.css';

type Props = {
  onKeep: (name: string, isShared: boolean) => Promise<unknown>;
  /** Nothing is filtered, so there is nothing to keep. */
  isNothing: boolean;
};

/** What is shown now, under a name. */
export function KeepView({ onKeep, isNothing }: Props) {
  const t = useText('views');
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    setError(null);
    try {
      setName('');
      await onKeep(given, isShared);
    } catch (failure) {
      setName(given);
      setError(failure);
    }
  }
  if (isNothing) return <p className={classes.hint}>{t('nothingToKeep')}</p>;
  return (
    <form className={classes.keep} onSubmit={(event) => void submit(event)}>
      <input
        className={classes.field}
        aria-label={t('name')}
        placeholder={t('name')}
        maxLength={VIEW_NAME_MAX}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={classes.foot}>
        <label className={classes.share}>
          <input
            type="checkbox"
            checked={isShared}
            onChange={(event) => setShared(event.target.checked)}
          />
          {t('shareWithAll')}
        </label>
        <Button type="submit" size="xs" disabled={name.trim() === ''}>
          {t('keep')}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
    </form>
  );
}
