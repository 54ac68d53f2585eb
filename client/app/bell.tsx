import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { useCounts } from './use-counts.ts';
import classes from './bell.module.css';

const NoticesPanel = lazy(async () => ({
  default: (await import('./notices-panel.tsx')).NoticesPanel,
}));

/** What others did that I should know: its number on every screen, and the inbox behind it. */
export function Bell() {
  const t = useText('app');
  const unread = useCounts().notifications;
  return (
    <Drop
      label={t('bell')}
      align="end"
      width={400}
      renderButton={(props) => (
        <button type="button" className={classes.bell} title={t('bell')} {...props}>
          <BellIcon size={17} strokeWidth={1.75} aria-hidden="true" />
          <VisuallyHidden>{t('bell')}</VisuallyHidden>
          <span className={classes.badge}>
            <Badge count={unread} label={t('badge.notifications', { count: unread })} />
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
