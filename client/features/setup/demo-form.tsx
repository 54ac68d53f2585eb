import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { Notice } from '#client/ui/notice.tsx';
import classes from './setup-form.module.css';

type Props = { isPossible: boolean; onLoad: () => Promise<void> };

export function DemoForm({ isPossible, onLoad }: Props) {
  const t = useText('setup');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onLoad();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {!isPossible && <Notice tone="warning">{t('demo.notHere')}</Notice>}
      {isBusy && <Notice tone="info">{t('demo.loading')}</Notice>}
      {error !== null && <Failure error={error} />}
      <Button type="submit" size="sm" fullWidth loading={isBusy} disabled={!isPossible}>
        {t('demo.load')}
      </Button>
    </form>
  );
}
