import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useSignOut } from '#client/features/auth/use-sign-out.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { openKeysSheet } from './keys-sheet-state.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { PLACES } from './places.ts';
import classes from './viewer-menu.module.css';

/** Oneself: at the foot of the sidebar, on a phone in the bar. */
export function ViewerMenu() {
  const t = useText('app');
  const viewer = useViewer();
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const signOut = useSignOut();
  const isAdminOnPhone = isNarrow && viewer.role === 'admin';
  const placesOnlyHere = isAdminOnPhone ? PLACES.filter((place) => place.isForAdmins === true) : [];
  const items: MenuItem[] = [
    { label: t('me.settings'), icon: Settings, onSelect: () => void navigate({ to: '/settings' }) },
    ...placesOnlyHere.map(({ to, name, icon }) => ({
      label: t(`nav.${name}`),
      icon,
      onSelect: () => void navigate({ to }),
    })),
    ...(isNarrow ? [] : [{ label: t('me.keys'), icon: Keyboard, onSelect: openKeysSheet }]),
    { label: t('me.signOut'), icon: LogOut, onSelect: signOut, isFirstOfPart: true },
  ];
  return (
    <DropMenu
      label={`${viewer.name}${t('me.menu')}`}
      side={isNarrow ? 'bottom' : 'top'}
      align={isNarrow ? 'end' : 'start'}
      items={items}
      renderButton={(props) => (
        <button type="button" className={classes.me} {...props}>
          <Avatar person={viewer} size={26} isNamed={false} />
          <span className={classes.name}>
            {viewer.name}
            <VisuallyHidden>{t('me.menu')}</VisuallyHidden>
          </span>
        </button>
      )}
    />
  );
}
