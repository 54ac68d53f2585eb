import { Checkbox, Switch } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import {
  type NoticePreferences,
  OFF_KINDS,
  type PreferencesPatch,
} from '#server/notifications/notifications.preferences.schema.ts';
import { MinuteField } from './minute-field.tsx';
import { QuietControl } from './quiet-control.tsx';
import { RoomLevels } from './room-levels.tsx';
import { useNoticePreferences } from './use-notice-preferences.ts';
import { WorkHours } from './work-hours.tsx';
import '#client/ui/field-styles.ts';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import classes from './preferences-section.module.css';

/** When the list of what is overdue comes, if somebody wants it and does not say when. */
const SUMMARY_MINUTE = 8 * 60 + 50;

/** When I am told, and of what: on all my devices. */
export function PreferencesSection() {
  const t = useText('notices');
  const { query, preferences, setPreferences } = useNoticePreferences();
  return (
    <Section title={t('preferences.title')} description={t('preferences.text')}>
      <ListState query={query} isEmpty={false} empty={{ title: '' }}>
        {preferences !== undefined && (
          <Rows
            preferences={preferences}
            onSet={(patch) => void setPreferences(patch).catch(toastFailed)}
          />
        )}
      </ListState>
    </Section>
  );
}

type Props = { preferences: NoticePreferences; onSet: (patch: PreferencesPatch) => void };

function Rows({ preferences, onSet }: Props) {
  const t = useText('notices');
  const { hasWorkHours, summaryMinute } = preferences;
  return (
    <FieldRows>
      <FieldRow label={t('quiet.title')} hint={t('quiet.hint')}>
        <QuietControl />
      </FieldRow>
      <FieldRow label={t('preferences.hours')} hint={t('preferences.hoursHint')}>
        <Switch
          aria-label={t('preferences.hours')}
          checked={hasWorkHours}
          onChange={(event) => onSet({ hasWorkHours: event.currentTarget.checked })}
        />
      </FieldRow>
      {hasWorkHours && (
        <div className={classes.below}>
          <WorkHours preferences={preferences} onSet={onSet} />
        </div>
      )}
      <FieldRow label={t('preferences.summary')} hint={t('preferences.summaryHint')}>
        {summaryMinute !== null && (
          <MinuteField
            label={t('preferences.summaryTime')}
            minute={summaryMinute}
            onSet={(minute) => onSet({ summaryMinute: minute })}
          />
        )}
        <Switch
          aria-label={t('preferences.summary')}
          checked={summaryMinute !== null}
          onChange={(event) =>
            onSet({ summaryMinute: event.currentTarget.checked ? SUMMARY_MINUTE : null })
          }
        />
      </FieldRow>
      <FieldRow label={t('preferences.kinds')} hint={t('preferences.kindsHint')} />
      <Kinds preferences={preferences} onSet={onSet} />
      <FieldRow label={t('preferences.rooms')} hint={t('preferences.roomsHint')} />
      <div className={classes.below}>
        <RoomLevels />
      </div>
    </FieldRows>
  );
}

function Kinds({ preferences: { offKinds }, onSet }: Props) {
  const t = useText('notices');
  return (
    <fieldset className={classes.kinds} aria-label={t('preferences.kinds')}>
      {OFF_KINDS.map((kind) => {
        const others = offKinds.filter((one) => one !== kind);
        return (
          <Checkbox
            key={kind}
            size="sm"
            label={t(`preferences.kind.${kind}`)}
            checked={!offKinds.includes(kind)}
            onChange={(event) =>
              onSet({ offKinds: event.currentTarget.checked ? others : [...others, kind] })
            }
          />
        );
      })}
    </fieldset>
  );
}
