import { Button, TextInput } from '@mantine/core';
import { Dices } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { PASSWORD_MAX } from '#server/auth/auth.schema.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';
import { makeFirstPassword } from './first-password.ts';
import '#client/ui/field-styles.ts';
import classes from './person-dialog.module.css';

type Props = {
  label: string;
  rule: string;
  username: string;
  value: string;
  onChange: (value: string) => void;
  isFirst?: boolean;
};

/** Typed or made; readable, because whoever sets it has to hand it over. */
export function PasswordField({ label, rule, username, value, onChange, isFirst = false }: Props) {
  const t = useText('admin');
  const problem = value === '' ? null : passwordProblem(value, username);
  return (
    <div className={classes.password}>
      <TextInput
        label={label}
        description={rule}
        error={problem === null ? null : t(`problems.${problem}`)}
        size="sm"
        required
        withAsterisk={false}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={PASSWORD_MAX}
        data-autofocus={isFirst || undefined}
        classNames={{ input: classes.mono ?? '' }}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Button
        variant="default"
        size="sm"
        className={classes.generate ?? ''}
        leftSection={<Dices size={15} aria-hidden="true" />}
        onClick={() => onChange(makeFirstPassword())}
      >
        {t('create.generate')}
      </Button>
    </div>
  );
}
