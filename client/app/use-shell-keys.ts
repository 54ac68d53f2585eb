import { useNavigate } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { focusRegion } from './focus-region.ts';
import { openKeysSheet } from './keys-sheet-state.ts';
import { PLACES } from './places.ts';

/** The keys that work on every screen. */
export function useShellKeys({ onFind }: { onFind: () => void }): void {
  const t = useText('app');
  const group = t('keys.group');
  useHotkey({ keys: 'mod+k', label: t('keys.find'), group }, onFind);
  useHotkey({ keys: '?', label: t('keys.sheet'), group }, openKeysSheet);
  useHotkey({ keys: 'f6', label: t('keys.nextRegion'), group }, () => focusRegion(1));
  useHotkey({ keys: 'shift+f6', label: t('keys.regionBefore'), group }, () => focusRegion(-1));
  usePlaceKeys(group);
}

function usePlaceKeys(group: string): void {
  const t = useText('app');
  const navigate = useNavigate();
  const { role } = useViewer();
  for (const { to, name, keys, isForAdmins } of PLACES) {
    const label = t('keys.go', { place: t(`nav.${name}`) });
    // oxlint-disable-next-line react/rules-of-hooks -- PLACES never changes, so neither do the hooks of this loop
    useHotkey(
      { keys, label, group },
      () => void navigate({ to }),
      isForAdmins !== true || role === 'admin',
    );
  }
}
