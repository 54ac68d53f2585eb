import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { PLACES } from './places.ts';
import { useCounts } from './use-counts.ts';
import classes from './bell.module.css';

/** What asks for me right now, from every screen, in one list. */
export function Bell() {
  const t = useText('app');
  const counts = useCounts();
  const unread = counts.notifications;
  const calls = PLACES.flatMap(({ to, icon, badge }) =>
    badge !== undefined && counts[badge.counts] > 0 ? [{ to, icon, counts: badge.counts }] : [],
  );
  return (
    <Drop
      label={t('bell.label')}
      align="end"
      width={300}
      renderButton={(props) => (
        <button
          type="button"
          className={classes.bell}
          aria-label={t('bell.label')}
          title={t('bell.label')}
          {...props}
        >
          <BellIcon size={17} strokeWidth={1.75} aria-hidden="true" />
          <span className={classes.badge}>
            <Badge count={unread} label={t('badge.notifications', { count: unread })} />
          </span>
        </button>
      )}
    >
      {(close) => (
        <>
          {calls.length === 0 && (
            <EmptyState icon={BellIcon} title={t('bell.nothing')} text={t('bell.nothingText')} />
          )}
          {calls.map(({ to, icon: Icon, counts: name }) => (
            <Link key={to} to={to} className={classes.call} onClick={close}>
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
              {t(`badge.${name}`, { count: counts[name] })}
            </Link>
          ))}
        </>
      )}
    </Drop>
  );
}
