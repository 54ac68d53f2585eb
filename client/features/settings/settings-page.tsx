import { useText } from '#client/i18n/use-text.ts';
import { Page } from '#client/ui/page.tsx';
import { LooksSection } from './looks-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TokensSection } from './tokens-section.tsx';

export function SettingsPage() {
  const t = useText('settings');
  return (
    <Page title={t('title')} width="reading">
      <ProfileSection />
      <LooksSection />
      <PasswordSection />
      <SessionsSection />
      <TokensSection />
    </Page>
  );
}
