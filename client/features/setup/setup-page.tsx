import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { LanguageChoice } from '#client/ui/language-choice.tsx';
import { setTabTitle } from '#client/ui/tab-title.ts';
import { DemoForm } from './demo-form.tsx';
import { FirstAdminForm } from './first-admin-form.tsx';
import { useSetup } from './use-setup.ts';
import { WayChoice, type Way } from './way-choice.tsx';
import '#client/ui/field-styles.ts';
import classes from './setup-page.module.css';

type Props = {
  canLoadDemo: boolean;
  /** The demo company is there: time to sign in to it. */
  onDemoLoaded: () => void;
};

/** The first page of an empty server. Both ways in need the code from the terminal. */
export function SetupPage({ canLoadDemo, onDemoLoaded }: Props) {
  const t = useText('setup');
  const { begin, loadDemo } = useSetup();
  const [token, setToken] = useState('');
  const [way, setWay] = useState<Way>('admin');
  useEffect(() => {
    setTabTitle(t('title'));
  }, [t]);
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.text}>{t('text')}</p>
        <TextInput
          label={t('token')}
          description={t('tokenHelp')}
          autoComplete="one-time-code"
          spellCheck={false}
          size="sm"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first of three fields on a page of its own
          autoFocus
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <WayChoice value={way} onChange={setWay} />
        {way === 'admin' && (
          <FirstAdminForm onBegin={(admin) => begin({ ...admin, token: token.trim() })} />
        )}
        {way === 'demo' && (
          <DemoForm
            isPossible={canLoadDemo}
            onLoad={async () => {
              await loadDemo(token.trim());
              onDemoLoaded();
            }}
          />
        )}
      </main>
      <footer className={classes.foot}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
