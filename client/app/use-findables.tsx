import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings, SunMoon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { useSignOut } from '#client/features/auth/use-sign-out.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Kbd } from '#client/ui/kbd.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { openKeysSheet } from './keys-sheet-state.ts';
import { PLACES } from './places.ts';

export type Findable = {
  id: string;
  group: string;
  icon: ReactNode;
  label: string;
  hint: ReactNode;
  matches: (typed: string) => boolean;
  run: () => void;
};

/** Everything ⌘K offers: the screens and what works everywhere. */
export function useFindables(): Findable[] {
  const t = useText('app');
  const navigate = useNavigate();
  const viewer = useViewer();
  const { toggleColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const screens = PLACES.filter(
    (place) => place.isForAdmins !== true || viewer.role === 'admin',
  ).map(({ to, name, icon: Icon, keys }) => ({
    id: name,
    icon: <Icon size={16} />,
    label: t(`nav.${name}`),
    hint: <Kbd keys={keys} />,
    run: () => void navigate({ to }),
  }));
  const settings = {
    id: 'settings',
    icon: <Settings size={16} />,
    label: t('me.settings'),
    hint: null,
    run: () => void navigate({ to: '/settings' }),
  };
  const acts = [
    {
      id: 'theme',
      icon: <SunMoon size={16} />,
      label: t('find.theme'),
      hint: null,
      run: toggleColorScheme,
    },
    {
      id: 'keys',
      icon: <Keyboard size={16} />,
      label: t('me.keys'),
      hint: <Kbd keys="?" />,
      run: openKeysSheet,
    },
    {
      id: 'sign-out',
      icon: <LogOut size={16} />,
      label: t('me.signOut'),
      hint: null,
      run: signOut,
    },
  ];
  return [
    ...[...screens, settings].map((screen) => ({ ...screen, group: t('find.screens') })),
    ...acts.map((act) => ({ ...act, group: t('find.actions') })),
  ].map((found) => ({
    ...found,
    matches: (typed: string) => matchesName({ name: found.label }, typed),
  }));
}
