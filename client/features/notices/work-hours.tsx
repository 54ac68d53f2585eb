import { useText } from '#client/i18n/use-text.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { sayWeekdays } from '#client/ui/say-time.ts';
import type {
  NoticePreferences,
  PreferencesPatch,
} from '#server/notifications/notifications.preferences.schema.ts';
import { MinuteField } from './minute-field.tsx';
import classes from './preferences-section.module.css';

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 7];

type Props = { preferences: NoticePreferences; onSet: (patch: PreferencesPatch) => void };

/** Which days, and from when to when. */
export function WorkHours({ preferences, onSet }: Props) {
  const t = useText('notices');
  const names = sayWeekdays(useLocale());
  const { workDays, workFromMinute, workToMinute } = preferences;
  return (
    <div className={classes.hours}>
      <fieldset className={classes.days} aria-label={t('preferences.days')}>
        {MONDAY_FIRST.map((day) => {
          const isOn = workDays.includes(day);
          const others = workDays.filter((one) => one !== day);
          return (
            <button
              key={day}
              type="button"
              className={classes.day}
              aria-pressed={isOn}
              onClick={() => onSet({ workDays: isOn ? others : [...others, day] })}
            >
              {names[day % 7]}
            </button>
          );
        })}
      </fieldset>
      <span className={classes.fromTo}>
        <MinuteField
          label={t('preferences.from')}
          minute={workFromMinute}
          onSet={(minute) => onSet({ workFromMinute: minute })}
        />
        <span aria-hidden="true">–</span>
        <MinuteField
          label={t('preferences.to')}
          minute={workToMinute}
          onSet={(minute) => onSet({ workToMinute: minute })}
        />
      </span>
    </div>
  );
}
