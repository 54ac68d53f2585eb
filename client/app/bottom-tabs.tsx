import { useText } from '#client/i18n/use-text.ts';
import { PlaceLink } from './place-link.tsx';
import { PLACES } from './places.ts';
import classes from './bottom-tabs.module.css';

export function BottomTabs() {
  const t = useText('app');
  return (
    <nav aria-label={t('nav.label')} className={classes.tabs} data-frame data-region>
      {PLACES.filter((place) => place.isForAdmins !== true).map((place) => (
        <PlaceLink key={place.to} place={place} className={classes.tab} />
      ))}
    </nav>
  );
}
