import { useNavigate } from '@tanstack/react-router';
import { Bell, Keyboard, LogOut, Moon, Settings } from 'lucide-react';
import { useSignOut } from '#client/features/auth/use-sign-out.ts';
import { laterAt, PAUSES } from '#client/features/notices/later-choices.ts';
import { QuietSign } from '#client/features/notices/quiet-sign.tsx';
import { useQuiet } from '#client/features/notices/use-quiet.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { now } from '#client/ui/clock.ts';
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
  const { pausedUntil, pause } = useQuiet();
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
    ...quietItems(),
    { label: t('me.signOut'), icon: LogOut, onSelect: signOut, isFirstOfPart: true },
  ];
  function quietItems(): MenuItem[] {
    if (pausedUntil !== null)
      return [
        {
          label: t('me.quietEnd'),
          icon: Bell,
          onSelect: () => pause(null),
          isFirstOfPart: true,
        },
      ];
    return PAUSES.map((choice, at) => ({
      label: t(`me.quiet.${choice}`),
      icon: Moon,
      onSelect: () => pause(laterAt(choice, now())),
      isFirstOfPart: at === 0,
    }));
  }
  return (
    <DropMenu
      label={`${viewer.name}${t('me.menu')}`}
      side={isNarrow ? 'bottom' : 'top'}
      align={isNarrow ? 'end' : 'start'}
      items={items}
      renderButton={(props) => (
        <button type="button" className={classes.me} {...props}>
          <QuietSign>
            <Avatar person={viewer} size={26} isNamed={false} />
          </QuietSign>
          <span className={classes.name}>
            {viewer.name}
            <VisuallyHidden>{t('me.menu')}</VisuallyHidden>
          </span>
        </button>
      )}
    />
  );
}
