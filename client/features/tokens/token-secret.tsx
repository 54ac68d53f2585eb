import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { Notice } from '#client/ui/notice.tsx';
import classes from './token-secret.module.css';

export function TokenSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useText('settings');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  async function copy() {
    setOutcome((await copyText(secret)) ? 'copied' : 'failed');
  }
  return (
    <div className={classes.secret}>
      <Notice tone="warning">{t('tokens.secret')}</Notice>
      <input
        className={classes.value}
        aria-label={t('tokens.secretLabel')}
        readOnly
        value={secret}
        onFocus={(event) => event.target.select()}
      />
      {outcome === 'failed' && <Notice tone="bad">{t('tokens.copyFailed')}</Notice>}
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="sm"
          data-autofocus
          leftSection={outcome === 'copied' ? <Check size={15} /> : <Copy size={15} />}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? t('common:copied') : t('common:copy')}
        </Button>
        <Button size="sm" onClick={onDone}>
          {t('common:done')}
        </Button>
      </div>
    </div>
  );
}
