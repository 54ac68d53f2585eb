import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { confirm } from '#client/ui/confirm.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { personAbilities } from '#server/people/people.policy.ts';
import type { PersonItem } from '#server/people/people.schema.ts';
import { useUserActs } from './use-user-acts.ts';

const ResetPasswordDialog = lazy(async () => ({
  default: (await import('./reset-password-dialog.tsx')).ResetPasswordDialog,
}));

type Props = { person: PersonItem; users: readonly PersonItem[] };

/** What can happen to somebody's access, with what it means. */
export function PersonAccount({ person, users }: Props) {
  const t = useText('admin');
  const viewer = useViewer();
  const can = personAbilities(viewer, person, users);
  const { deactivateUser, reactivateUser, resetPassword } = useUserActs();
  const [isSetting, setSetting] = useState(false);
  const { name } = person;

  async function deactivate() {
    const isSelf = person.id === viewer.id;
    const isSure = await confirm({
      title: isSelf ? t('person.deactivateSelfTitle') : t('person.deactivateTitle', { name }),
      text: t('person.deactivateMeaning'),
      action: t('person.deactivate'),
      isDangerous: true,
    });
    if (!isSure) return;
    const back = isSelf
      ? null
      : { label: t('common:undo'), run: () => void reactivateUser(person).catch(toastFailed) };
    deactivateUser(person).then(
      () => toastDone(t('person.deactivated', { name }), back),
      toastFailed,
    );
  }
  function reactivate() {
    reactivateUser(person).then(() => toastDone(t('person.reactivated', { name })), toastFailed);
  }
  return (
    <Section title={t('person.account')}>
      <FieldRows>
        {can.resetPassword && (
          <FieldRow label={t('password')} hint={t('person.setPasswordText')}>
            <Button
              variant="default"
              aria-label={`${t('password')}: ${t('person.setPassword')}`}
              onClick={() => setSetting(true)}
            >
              {t('person.setPassword')}
            </Button>
          </FieldRow>
        )}
        {can.deactivate && (
          <FieldRow label={t('person.deactivate')} hint={t('person.deactivateText')}>
            <Button variant="light" color="red" onClick={() => void deactivate()}>
              {t('person.deactivate')}
            </Button>
          </FieldRow>
        )}
        {can.reactivate && (
          <FieldRow label={t('person.inactive')} hint={t('person.reactivateText')}>
            <Button variant="default" onClick={reactivate}>
              {t('person.reactivate')}
            </Button>
          </FieldRow>
        )}
      </FieldRows>
      <Suspense>
        {isSetting && (
          <ResetPasswordDialog
            person={person}
            onClose={() => setSetting(false)}
            onReset={(password) => resetPassword(person, password)}
          />
        )}
      </Suspense>
    </Section>
  );
}
