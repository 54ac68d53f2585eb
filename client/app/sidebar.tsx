import { Link } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { PlaceLink } from './place-link.tsx';
import { PLACES } from './places.ts';
import { ViewerMenu } from './viewer-menu.tsx';
import classes from './sidebar.module.css';

export function Sidebar() {
  const t = useText('app');
  const viewer = useViewer();
  const everyday = PLACES.filter((place) => place.isForAdmins !== true);
  const forAdmins =
    viewer.role === 'admin' ? PLACES.filter((place) => place.isForAdmins === true) : [];
  return (
    <nav aria-label={t('nav.label')} className={classes.sidebar} data-region>
      <Link to="/" className={classes.brand} aria-label={t('name')}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span className={classes.brandName}>{t('name')}</span>
      </Link>
      <div className={classes.places}>
        {everyday.map((place) => (
          <PlaceLink key={place.to} place={place} className={classes.place} />
        ))}
        {forAdmins.length > 0 && <div className={classes.divider} />}
        {forAdmins.map((place) => (
          <PlaceLink key={place.to} place={place} className={classes.place} />
        ))}
      </div>
      <ViewerMenu />
    </nav>
  );
}
