import { Link, useLocation } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { Badge } from '#client/ui/badge.tsx';
import { searchFor } from './last-search.ts';
import type { Place } from './places.ts';
import { useCounts } from './use-counts.ts';

/** A screen with its badge, in the sidebar and in the tabs. */
export function PlaceLink({ place, className }: { place: Place; className: string | undefined }) {
  const t = useText('app');
  const counts = useCounts();
  const pathname = useLocation({ select: (location) => location.pathname });
  const { to, name, icon: Icon, badge } = place;
  return (
    <Link
      to={to}
      search={() => searchFor(to, pathname)}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      className={className}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span data-part="label">{t(`nav.${name}`)}</span>
      {badge !== undefined && (
        <span data-part="badge">
          <Badge
            count={counts[badge.counts]}
            tone={badge.tone}
            label={t(`badge.${badge.counts}`, { count: counts[badge.counts] })}
          />
        </span>
      )}
    </Link>
  );
}
