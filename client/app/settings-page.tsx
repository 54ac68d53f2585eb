import { PasswordSection } from '#client/features/auth/password-section.tsx';
import { SessionsSection } from '#client/features/auth/sessions-section.tsx';
import { NoticesSection } from '#client/features/notices/notices-section.tsx';
import { PreferencesSection } from '#client/features/notices/preferences-section.tsx';
import { LooksSection } from '#client/features/people/looks-section.tsx';
import { ProfileSection } from '#client/features/people/profile-section.tsx';
import { useProfile } from '#client/features/people/use-profile.ts';
import { TokensSection } from '#client/features/tokens/tokens-section.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { Page } from '#client/ui/page.tsx';

export function SettingsPage() {
  const t = useText('settings');
  const { viewer, updateProfile } = useProfile();
  return (
    <Page title={t('title')} width="reading">
      <ProfileSection />
      <LooksSection />
      <NoticesSection
        hasSound={viewer.hasSound}
        onSound={(hasSound) => updateProfile({ hasSound })}
      />
      <PreferencesSection />
      <PasswordSection />
      <SessionsSection />
      <TokensSection />
    </Page>
  );
}
