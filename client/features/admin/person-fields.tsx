import { NativeSelect } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { EditableText } from '#client/ui/editable-text.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { isLastAdmin } from '#server/people/people.policy.ts';
import { type PersonItem, type Role, USERNAME_MAX } from '#server/people/people.schema.ts';
import { useUserActs } from './use-user-acts.ts';
import '#client/ui/field-styles.ts';
import classes from './person-detail.module.css';

type Props = { person: PersonItem; users: readonly PersonItem[] };

export function PersonFields({ person, users }: Props) {
  const t = useText('admin');
  const { teams } = usePeople();
  const { updateUser } = useUserActs();
  const isLast = isLastAdmin(person, users);
  const teamOptions = [
    { value: '', label: t('noTeam') },
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <dl className={classes.fields}>
      <dt>{t('username')}</dt>
      <dd>
        <EditableText
          label={t('username')}
          value={person.username}
          maxLength={USERNAME_MAX}
          isRequired
          onSave={(username) => updateUser(person, { username })}
        />
      </dd>
      <dt>{t('team')}</dt>
      <dd>
        <NativeSelect
          aria-label={t('team')}
          size="xs"
          value={person.teamId ?? ''}
          data={teamOptions}
          onChange={({ currentTarget }) => {
            const teamId = currentTarget.value === '' ? null : currentTarget.value;
            updateUser(person, { teamId }).catch(toastFailed);
          }}
        />
      </dd>
      <dt>{t('role')}</dt>
      <dd>{isLast ? t('roles.admin') : <RoleChoice person={person} />}</dd>
      {isLast && (
        <div className={classes.notice}>
          <Notice tone="info">{t('person.lastAdmin')}</Notice>
        </div>
      )}
    </dl>
  );
}

function RoleChoice({ person }: { person: PersonItem }) {
  const t = useText('admin');
  const viewer = useViewer();
  const { updateUser } = useUserActs();
  async function change(role: Role) {
    if (person.id === viewer.id) {
      const isSure = await confirm({
        title: t('person.lowerSelfTitle'),
        text: t('person.lowerSelfText'),
        action: t('person.lowerSelf'),
        isDangerous: true,
      });
      if (!isSure) return;
    }
    try {
      const { item } = await updateUser(person, { role });
      const { name } = person;
      const back = { label: t('common:undo'), run: () => void undo(item) };
      if (role === 'admin') toastDone(t('person.madeAdmin', { name }), back);
      else toastDone(t('person.madeStaff', { name }), person.id === viewer.id ? null : back);
    } catch (error) {
      toastFailed(error);
    }
  }
  const undo = (item: PersonItem) => updateUser(item, { role: person.role }).catch(toastFailed);
  return (
    <Choice
      label={t('role')}
      value={person.role}
      options={(['staff', 'admin'] as const).map((value) => ({
        value,
        label: t(`roles.${value}`),
      }))}
      onChange={(role) => void change(role)}
    />
  );
}
