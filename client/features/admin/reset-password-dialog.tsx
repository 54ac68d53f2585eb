import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import { PASSWORD_MIN } from '#server/auth/auth.schema.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';
import type { PersonItem } from '#server/people/people.schema.ts';
import { PasswordField } from './password-field.tsx';
import { PasswordOnce } from './password-once.tsx';
import '#client/ui/dialog-styles.ts';
import classes from './person-dialog.module.css';

type Props = {
  person: PersonItem;
  onClose: () => void;
  onReset: (password: string) => Promise<unknown>;
};

export function ResetPasswordDialog({ person, onClose, onReset }: Props) {
  const t = useText('admin');
  useFocusBack();
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'typing' | 'sending' | 'done'>('typing');
  const [error, setError] = useState<unknown>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (passwordProblem(password, person.username) !== null) return;
    setStep('sending');
    setError(null);
    try {
      await onReset(password);
      setStep('done');
    } catch (failure) {
      setError(failure);
      setStep('typing');
    }
  }
  const isDone = step === 'done';
  return (
    <Modal
      opened
      onClose={onClose}
      title={isDone ? t('reset.doneTitle') : t('reset.title', { name: person.name })}
      size={440}
      closeOnClickOutside={false}
    >
      {isDone ? (
        <PasswordOnce username={person.username} password={password} onDone={onClose} />
      ) : (
        <form className={classes.form} onSubmit={(event) => void submit(event)}>
          <p className={classes.text}>{t('reset.text')}</p>
          <PasswordField
            label={t('reset.next')}
            rule={t('reset.rule', { count: PASSWORD_MIN })}
            username={person.username}
            value={password}
            onChange={setPassword}
            isFirst
          />
          {error !== null && <Failure error={error} />}
          <Button type="submit" size="sm" loading={step === 'sending'}>
            {t('reset.submit')}
          </Button>
        </form>
      )}
    </Modal>
  );
}
