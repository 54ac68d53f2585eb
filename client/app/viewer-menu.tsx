import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useSignOut } from '#client/features/auth/use-sign-out.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { openKeysSheet } from './keys-sheet-state.ts';
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
  return (
    <Menu position={isNarrow ? 'bottom-end' : 'top-start'} width={210}>
      <Menu.Target>
        <button
          type="button"
          className={classes.me}
          aria-label={t('me.label', { name: viewer.name })}
        >
          <Avatar person={viewer} size={26} isNamed={false} />
          <span className={classes.name}>{viewer.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Settings size={15} />}
          onClick={() => void navigate({ to: '/settings' })}
        >
          {t('me.settings')}
        </Menu.Item>
        {placesOnlyHere.map(({ to, name, icon: Icon }) => (
          <Menu.Item
            key={to}
            leftSection={<Icon size={15} />}
            onClick={() => void navigate({ to })}
          >
            {t(`nav.${name}`)}
          </Menu.Item>
        ))}
        {!isNarrow && (
          <Menu.Item leftSection={<Keyboard size={15} />} onClick={openKeysSheet}>
            {t('me.keys')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} />} onClick={signOut}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
