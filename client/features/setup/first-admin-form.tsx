import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import classes from './setup-form.module.css';

type FirstAdmin = { name: string; username: string; password: string };

export function FirstAdminForm({ onBegin }: { onBegin: (admin: FirstAdmin) => Promise<void> }) {
  const t = useText('setup');
  const [admin, setAdmin] = useState<FirstAdmin>({ name: '', username: '', password: '' });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onBegin(admin);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  const field = (name: keyof FirstAdmin) => ({
    label: t(`admin.${name}`),
    name,
    required: true,
    withAsterisk: false,
    size: 'sm',
    value: admin[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setAdmin({ ...admin, [name]: event.currentTarget.value }),
  });

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput {...field('name')} autoComplete="name" placeholder={t('admin.nameExample')} />
      <TextInput
        {...field('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput {...field('password')} autoComplete="new-password" />
      {error !== null && <Failure error={error} />}
      <Button type="submit" size="sm" fullWidth loading={isBusy}>
        {t('admin.create')}
      </Button>
    </form>
  );
}
