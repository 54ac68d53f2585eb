import { useText } from '#client/i18n/use-text.ts';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { When } from '#client/ui/when.tsx';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import { EndSessionButton } from './end-session-button.tsx';
import { useBrowserLabel } from './use-browser-label.ts';
import classes from './sessions.module.css';

export function SessionRow({ session }: { session: SessionItem }) {
  const t = useText('admin');
  const browser = useBrowserLabel(session);
  return (
    <tr className={classes.row}>
      <th scope="row" className={classes.person}>
        <PersonTag id={session.personId} size={24} />
      </th>
      <td className={classes.browser} title={session.userAgent}>
        {browser}
      </td>
      <td className={classes.address}>{session.address}</td>
      <td className={classes.time} data-label={t('sessionList.started')}>
        <When at={session.createdAt} />
      </td>
      <td className={classes.time} data-label={t('sessionList.seen')}>
        <When at={session.lastSeenAt} />
      </td>
      <td className={classes.act}>
        <EndSessionButton session={session} />
      </td>
    </tr>
  );
}
