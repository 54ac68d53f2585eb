import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { Notice } from '#client/ui/notice.tsx';
import classes from './person-dialog.module.css';

type Props = { username: string; password: string; onDone: () => void };

/** The only time a password is shown: afterwards only its hash is left. */
export function PasswordOnce({ username, password, onDone }: Props) {
  const t = useText('admin');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const text = `${t('username')}: ${username}\n${t('password')}: ${password}`;
  async function copy() {
    setOutcome((await copyText(text)) ? 'copied' : 'failed');
  }
  return (
    <div className={classes.form}>
      <Notice tone="warning">{t('secret.once')}</Notice>
      <dl className={classes.secret}>
        <dt>{t('username')}</dt>
        <dd>{username}</dd>
        <dt>{t('password')}</dt>
        <dd className={classes.mono}>{password}</dd>
      </dl>
      {outcome === 'failed' && <Notice tone="bad">{t('secret.copyFailed')}</Notice>}
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="sm"
          data-autofocus
          leftSection={outcome === 'copied' ? <Check size={15} /> : <Copy size={15} />}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? t('common:copied') : t('secret.copy')}
        </Button>
        <Button size="sm" onClick={onDone}>
          {t('common:done')}
        </Button>
      </div>
    </div>
  );
}
