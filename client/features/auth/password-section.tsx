import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastDone } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { PASSWORD_MIN } from '#server/auth/auth.schema.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';
import '#client/ui/field-styles.ts';
import classes from './password-section.module.css';

const EMPTY = { current: '', next: '' };

export function PasswordSection() {
  const t = useText('settings');
  const { username } = useViewer();
  const [passwords, setPasswords] = useState(EMPTY);
  const change = trpc.auth.changePassword.useMutation({
    onSuccess: () => {
      setPasswords(EMPTY);
      toastDone(t('password.changed'));
    },
  });
  const problem = passwords.next === '' ? null : passwordProblem(passwords.next, username);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (problem === null) change.mutate(passwords);
  }
  return (
    <Section title={t('password.title')} description={t('password.text')}>
      <form className={classes.form} onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="sm"
          value={passwords.current}
          onChange={(event) => setPasswords({ ...passwords, current: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('password.next')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          size="sm"
          value={passwords.next}
          description={t('password.rule', { count: PASSWORD_MIN })}
          error={problem === null ? null : t(`password.problems.${problem}`)}
          onChange={(event) => setPasswords({ ...passwords, next: event.currentTarget.value })}
        />
        {change.error !== null && <Failure error={change.error} />}
        <div>
          <Button type="submit" variant="default" size="sm" loading={change.isPending}>
            {t('password.change')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
