import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newId } from '#client/api/new-id.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import { PASSWORD_MIN } from '#server/auth/auth.schema.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';
import {
  foldUsername,
  PERSON_NAME_MAX,
  USERNAME_MAX,
  USERNAME_MIN,
} from '#server/people/people.schema.ts';
import { PasswordField } from './password-field.tsx';
import { PasswordOnce } from './password-once.tsx';
import type { NewPerson } from './use-user-acts.ts';
import '#client/ui/dialog-styles.ts';
import classes from './person-dialog.module.css';

type Props = {
  /** Whose list is on the screen. */
  teamId: string | undefined;
  onClose: () => void;
  onCreate: (person: NewPerson) => Promise<unknown>;
};

/** Two steps: who it is, then the name and the password to hand over. */
export function NewPersonDialog({ teamId, onClose, onCreate }: Props) {
  const t = useText('admin');
  useFocusBack();
  const { teamOf } = usePeople();
  const [person, setPerson] = useState<NewPerson>(() => ({
    id: newId(),
    name: '',
    username: '',
    password: '',
    role: 'staff',
    teamId: teamOf(teamId ?? '')?.id ?? null,
  }));
  const [isMade, setMade] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={isMade ? t('create.doneTitle', { name: person.name.trim() }) : t('create.title')}
      size={440}
      closeOnClickOutside={false}
    >
      {isMade ? (
        <PasswordOnce
          username={foldUsername(person.username)}
          password={person.password}
          onDone={onClose}
        />
      ) : (
        <PersonForm
          person={person}
          onChange={(patch) => setPerson({ ...person, ...patch })}
          onSubmit={async () => {
            await onCreate(person);
            setMade(true);
          }}
        />
      )}
    </Modal>
  );
}

type FormProps = {
  person: NewPerson;
  onChange: (patch: Partial<NewPerson>) => void;
  onSubmit: () => Promise<void>;
};

function PersonForm({ person, onChange, onSubmit }: FormProps) {
  const t = useText('admin');
  const { teams } = usePeople();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (passwordProblem(person.password, person.username) !== null) return;
    setBusy(true);
    setError(null);
    try {
      await onSubmit();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('name')}
        placeholder={t('create.nameExample')}
        size="sm"
        required
        withAsterisk={false}
        autoComplete="off"
        maxLength={PERSON_NAME_MAX}
        data-autofocus
        value={person.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <TextInput
        label={t('username')}
        placeholder={t('create.usernameExample')}
        description={t('create.usernameRule', { min: USERNAME_MIN })}
        size="sm"
        required
        withAsterisk={false}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        minLength={USERNAME_MIN}
        maxLength={USERNAME_MAX}
        value={person.username}
        onChange={({ currentTarget }) => onChange({ username: currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('team')}
          size="sm"
          value={person.teamId ?? ''}
          data={[
            { value: '', label: t('noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => onChange({ teamId: currentTarget.value || null })}
        />
        <div className={classes.role}>
          <span className={classes.label}>{t('role')}</span>
          <Choice
            label={t('role')}
            value={person.role}
            options={(['staff', 'admin'] as const).map((value) => ({
              value,
              label: t(`roles.${value}`),
            }))}
            onChange={(role) => onChange({ role })}
          />
        </div>
      </div>
      <PasswordField
        label={t('create.first')}
        rule={t('create.rule', { count: PASSWORD_MIN })}
        username={person.username}
        value={person.password}
        onChange={(password) => onChange({ password })}
      />
      {error !== null && <Failure error={error} />}
      <Button type="submit" size="sm" loading={isBusy}>
        {t('create.submit')}
      </Button>
    </form>
  );
}
