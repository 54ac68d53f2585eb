import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { usePeople } from '#client/ui/people.ts';
import { Section } from '#client/ui/section.tsx';
import { PERSON_NAME_MAX } from '#server/people/people.schema.ts';
import { useProfile } from './use-profile.ts';
import classes from './profile-section.module.css';

export function ProfileSection() {
  const t = useText('settings');
  const { viewer, updateProfile } = useProfile();
  const { teamOf } = usePeople();
  const team = viewer.teamId === null ? undefined : teamOf(viewer.teamId);
  return (
    <Section title={t('profile.title')} description={t('profile.changedByAdmins')}>
      <FieldRows>
        <FieldRow
          label={
            <div className={classes.person}>
              <Avatar person={viewer} size={36} isNamed={false} />
              <div className={classes.name}>
                <EditableText
                  label={t('profile.name')}
                  value={viewer.name}
                  maxLength={PERSON_NAME_MAX}
                  isRequired
                  onSave={(name) => updateProfile({ name })}
                />
              </div>
            </div>
          }
        />
        <FieldRow label={t('profile.username')}>{viewer.username}</FieldRow>
        <FieldRow label={t('profile.team')}>{team?.name ?? t('common:none')}</FieldRow>
        <FieldRow label={t('profile.role')}>{t(`profile.${viewer.role}`)}</FieldRow>
      </FieldRows>
    </Section>
  );
}
