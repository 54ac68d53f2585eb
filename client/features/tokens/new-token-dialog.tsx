import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Failure } from '#client/ui/failure.tsx';
import {
  TOKEN_DAYS_MAX,
  TOKEN_NAME_MAX,
  TOKEN_SCOPES,
  type TokenScope,
} from '#server/tokens/tokens.schema.ts';
import { TokenSecret } from './token-secret.tsx';
import type { NewToken } from './use-tokens.ts';
import '#client/ui/field-styles.ts';
import '#client/ui/dialog-styles.ts';
import classes from './new-token-dialog.module.css';

const DAYS = [7, 30, 90, TOKEN_DAYS_MAX];

type Props = {
  isOpen: boolean;
  onClose: () => void;
  onCreate: (token: NewToken) => Promise<string>;
};

/** Two steps: what the token may do, then its secret, which is never shown again. */
export function NewTokenDialog({ isOpen, onClose, onCreate }: Props) {
  const t = useText('settings');
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={() => setSecret(null)}
      title={t('tokens.new')}
      size={440}
      closeOnClickOutside={secret === null}
    >
      {secret === null ? (
        <TokenForm onCreate={async (token) => setSecret(await onCreate(token))} />
      ) : (
        <TokenSecret secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}

function TokenForm({ onCreate }: { onCreate: (token: NewToken) => Promise<void> }) {
  const t = useText('settings');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('read');
  const [expiresInDays, setDays] = useState(90);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onCreate({ name, scope, expiresInDays });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('tokens.name')}
        placeholder={t('tokens.nameExample')}
        required
        withAsterisk={false}
        maxLength={TOKEN_NAME_MAX}
        size="sm"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <span className={classes.label}>{t('tokens.scope')}</span>
        <Choice
          label={t('tokens.scope')}
          value={scope}
          options={TOKEN_SCOPES.map((value) => ({ value, label: t(`tokens.${value}`) }))}
          onChange={setScope}
        />
      </div>
      <NativeSelect
        label={t('tokens.days')}
        size="sm"
        value={String(expiresInDays)}
        data={DAYS.map((count) => ({
          value: String(count),
          label: t('tokens.daysOption', { count }),
        }))}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      {error !== null && <Failure error={error} />}
      <Button type="submit" size="sm" loading={isBusy}>
        {t('tokens.create')}
      </Button>
    </form>
  );
}
