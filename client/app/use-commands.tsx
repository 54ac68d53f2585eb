import { useNavigate } from '@tanstack/react-router';
import {
  Bell,
  BellOff,
  Keyboard,
  Languages,
  LogOut,
  Monitor,
  Moon,
  Plus,
  Settings,
  Sun,
  UsersRound,
} from 'lucide-react';
import { useSignOut } from '#client/features/auth/use-sign-out.ts';
import { laterAt, PAUSES } from '#client/features/notices/later-choices.ts';
import { useQuiet } from '#client/features/notices/use-quiet.ts';
import { useProfile } from '#client/features/people/use-profile.ts';
import { setLocale } from '#client/i18n/i18n.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { pressSoon } from '#client/ui/hotkeys.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { actCommand, type Command, type Told } from './command.tsx';
import { openKeysSheet } from './keys-sheet-state.ts';
import { PLACES } from './places.ts';

/** Everything ⌘K can do: go to a screen, begin something new, and what works everywhere. */
export function useCommands(): Command[] {
  const makers = { place: usePlaceCommand(), act: actCommand };
  return [...useScreens(makers), ...useNewThings(), ...useQuietTimes(), ...useActs()];
}

type Makers = {
  place: (id: string, to: string, told: Told) => Command;
  act: (id: string, run: () => void, told: Told) => Command;
};

function useScreens({ place }: Makers): Command[] {
  const t = useText('app');
  const tFind = useText('find');
  const { viewer } = useProfile();
  const isAdmin = viewer.role === 'admin';
  const screens = PLACES.filter(({ isForAdmins }) => isForAdmins !== true || isAdmin).map(
    ({ to, name, icon, keys }) =>
      place(`go-${name}`, to, {
        label: tFind('commands.go', { place: t(`nav.${name}`) }),
        also: name,
        icon,
        keys,
      }),
  );
  const ofAdmins = isAdmin
    ? ADMIN_PAGES.map(([name, to]) =>
        place(`go-${to}`, to, {
          label: tFind(`commands.${name}`),
          icon: UsersRound,
          also: 'admin',
        }),
      )
    : [];
  const label = tFind('commands.go', { place: t('nav.settings') });
  const settings = place('go-settings', '/settings', { label, also: 'settings', icon: Settings });
  return [...screens, settings, ...ofAdmins];
}

const ADMIN_PAGES = [
  ['adminPeople', '/admin/people'],
  ['adminTeams', '/admin/teams'],
  ['adminSessions', '/admin/sessions'],
  ['adminHealth', '/admin/health'],
] as const;

/** Each screen has its own key for something new; it is pressed there. */
function useNewThings(): Command[] {
  const t = useText('find');
  const groups = {
    newTask: useText('tasks')('title'),
    newReminder: useText('reminders')('title'),
    newPromotion: useText('promotions')('title'),
    newRoom: useText('chat')('title'),
  };
  const navigate = useNavigate();
  return NEW_THINGS.map(([name, to, also]) =>
    actCommand(
      name,
      () => void navigate({ to }).then(() => pressSoon({ keys: 'n', group: groups[name] })),
      { label: t(`commands.${name}`), icon: Plus, also },
    ),
  );
}

const NEW_THINGS = [
  ['newTask', '/tasks', '새 할일 new task'],
  ['newReminder', '/reminders', '새 예약 new reminder'],
  ['newPromotion', '/promotions', '새 프로모션 new promotion'],
  ['newRoom', '/chat', '새 대화방 new room'],
] as const;

function useQuietTimes(): Command[] {
  const t = useText('app');
  const { pausedUntil, pause } = useQuiet();
  const also = 'do not disturb quiet 조용히';
  if (pausedUntil !== null)
    return [
      actCommand('quiet-end', () => pause(null), { label: t('me.quietEnd'), also, icon: Bell }),
    ];
  return PAUSES.map((choice) =>
    actCommand(`quiet-${choice}`, () => pause(laterAt(choice, now())), {
      label: t(`me.quiet.${choice}`),
      also,
      icon: BellOff,
    }),
  );
}

function useActs(): Command[] {
  const t = useText('app');
  const tFind = useText('find');
  const locale = useLocale();
  const signOut = useSignOut();
  const { updateProfile } = useProfile();
  const keep = (patch: Parameters<typeof updateProfile>[0]) =>
    void updateProfile(patch).catch(toastFailed);
  function changeLanguage() {
    const next = locale === 'ko' ? 'en' : 'ko';
    void setLocale(next);
    keep({ locale: next });
  }
  const themes = THEMES.map(([theme, icon, also]) =>
    actCommand(`theme-${theme}`, () => keep({ theme }), {
      label: tFind(`commands.${theme}`),
      also,
      icon,
    }),
  );
  const language = {
    label: tFind('commands.language'),
    also: 'language 언어 영어',
    icon: Languages,
  };
  return [
    ...themes,
    actCommand('language', changeLanguage, language),
    actCommand('keys', openKeysSheet, {
      label: t('me.keys'),
      also: 'keys',
      icon: Keyboard,
      keys: '?',
    }),
    actCommand('sign-out', signOut, { label: t('me.signOut'), also: 'log out', icon: LogOut }),
  ];
}

const THEMES = [
  ['light', Sun, 'light 라이트 모드'],
  ['dark', Moon, 'dark 다크 모드'],
  ['system', Monitor, 'system theme 시스템'],
] as const;

function usePlaceCommand() {
  const navigate = useNavigate();
  return (id: string, to: string, told: Told): Command => ({
    ...actCommand(id, () => void navigate({ to }), told),
    href: to,
  });
}
