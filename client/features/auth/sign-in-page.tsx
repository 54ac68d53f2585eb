import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { LanguageChoice } from '#client/ui/language-choice.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { setTabTitle } from '#client/ui/tab-title.ts';
import { useSignIn } from './use-sign-in.ts';
import '#client/ui/field-styles.ts';
import classes from './sign-in-page.module.css';

type Props = {
  /** Said first: why they are here again, or how to sign in to what was just set up. */
  notice?: ReactNode;
};

export function SignInPage({ notice }: Props) {
  const t = useText('auth');
  const { signIn } = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [hasChosenLocale, setChosenLocale] = useState(false);
  const [isCapsLock, setCapsLock] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    setTabTitle(t('title'));
  }, [t]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      await signIn({ username, password, hasChosenLocale });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1 className={classes.title}>하루</h1>
        <p className={classes.tagline}>{t('tagline')}</p>
        {notice !== undefined && error === null && <Notice tone="info">{notice}</Notice>}
        {error !== null && <Failure error={error} />}
        <form className={classes.form} onSubmit={(event) => void submit(event)}>
          <TextInput
            label={t('username')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            size="sm"
            data-autofocus
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="sm"
            value={password}
            description={
              isCapsLock ? <span className={classes.capsLock}>{t('capsLock')}</span> : null
            }
            onChange={(event) => setPassword(event.currentTarget.value)}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
          />
          <Button type="submit" size="sm" fullWidth loading={isBusy}>
            {t('signIn')}
          </Button>
        </form>
      </main>
      <footer className={classes.foot}>
        <LanguageChoice onChoose={() => setChosenLocale(true)} />
      </footer>
    </div>
  );
}
