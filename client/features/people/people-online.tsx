import { useText } from '#client/i18n/use-text.ts';
import { useConnection } from '#client/live/live-provider.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { Directory } from './directory.tsx';
import classes from './people-online.module.css';

/** ● 12명: how many are here; opens the directory. */
export function PeopleOnline() {
  const t = useText('people');
  const { personOf } = usePeople();
  const presence = usePresence();
  const isLive = useConnection() === 'live';
  const count = [...presence.keys()].filter((id) => personOf(id) !== undefined).length;
  return (
    <Drop
      label={t('title')}
      align="end"
      width={300}
      renderButton={(props) => (
        <button
          type="button"
          className={classes.button}
          aria-label={t('onlineLabel', { count })}
          title={t('onlineLabel', { count })}
          {...props}
        >
          <span className={classes.dot} data-live={isLive || undefined} />
          {t('online', { count })}
        </button>
      )}
    >
      {() => <Directory />}
    </Drop>
  );
}
