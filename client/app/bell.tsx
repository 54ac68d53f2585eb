import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { useCounts } from './use-counts.ts';
import classes from './bell.module.css';

const NoticesPanel = lazy(async () => ({
  default: (await import('./notices-panel.tsx')).NoticesPanel,
}));

/** What others did that I should know: its number on every screen, and the inbox behind it. */
export function Bell() {
  const t = useText('app');
  const unread = useCounts().notifications;
  const said = t('badge.notifications', { count: unread });
  return (
    <Drop
      label={t('bell')}
      align="end"
      width={400}
      renderButton={(props) => (
        <button
          type="button"
          className={classes.bell}
          aria-label={unread === 0 ? t('bell') : `${t('bell')}, ${said}`}
          title={t('bell')}
          {...props}
        >
          <BellIcon size={17} strokeWidth={1.75} aria-hidden="true" />
          <span className={classes.badge}>
            <Badge count={unread} label={said} />
          </span>
        </button>
      )}
    >
      {(close) => (
        <Suspense fallback={<RowsSkeleton />}>
          <NoticesPanel unread={unread} onClose={close} />
        </Suspense>
      )}
    </Drop>
  );
}
