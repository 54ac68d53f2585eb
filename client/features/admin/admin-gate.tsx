import { Outlet } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { useViewer } from '#client/ui/viewer.ts';
import { canManagePeople } from '#server/people/people.policy.ts';

/** Around every admin screen: whoever is no admin, or no more, is told so. */
export function AdminGate() {
  const t = useText('admin');
  const viewer = useViewer();
  if (canManagePeople(viewer)) return <Outlet />;
  return (
    <Page title={t('title')}>
      <EmptyState icon={ShieldAlert} title={t('refused.title')} text={t('refused.text')} />
    </Page>
  );
}
