import { useText } from '#client/i18n/use-text.ts';
import { FieldRow } from '#client/ui/field-rows.tsx';
import { When } from '#client/ui/when.tsx';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import { EndSessionButton } from './end-session-button.tsx';
import { useBrowserLabel } from './use-browser-label.ts';

/** A session where it is clear whose it is. */
export function SessionLine({ session }: { session: SessionItem }) {
  const t = useText('admin');
  const hint = (
    <>
      {session.address} · {t('sessionList.seen')} <When at={session.lastSeenAt} />
    </>
  );
  return (
    <FieldRow label={useBrowserLabel(session)} hint={hint}>
      <EndSessionButton session={session} />
    </FieldRow>
  );
}
