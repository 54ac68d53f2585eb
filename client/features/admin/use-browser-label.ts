import { browserOf } from '#client/features/auth/browser-name.ts';
import { useText } from '#client/i18n/use-text.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';

/** Windows의 Chrome */
export function useBrowserLabel({ userAgent }: SessionItem): string {
  const t = useText('admin');
  const { browser, system } = browserOf(userAgent);
  const name = browser ?? t('sessionList.unknownBrowser');
  return system === null ? name : t('sessionList.on', { browser: name, system });
}
