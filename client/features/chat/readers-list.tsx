import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLive } from '#client/live/use-live.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { When } from '#client/ui/when.tsx';
import classes from './readers-list.module.css';

/** Who has not read a message yet, and who has, and when; while it is open it follows. */
export function ReadersList({ messageId }: { messageId: string }) {
  const t = useText('chat');
  const input = { messageId };
  const query = trpc.chat.readers.useQuery(input);
  const { unread = [], read = [] } = useLive('chat.readers', input, query.data) ?? {};
  return (
    <ListState
      query={query}
      isEmpty={unread.length === 0 && read.length === 0}
      empty={{ title: t('nobodyElse') }}
      skeleton={<RowsSkeleton height={32} withAvatar />}
    >
      {unread.length > 0 && (
        <Part title={t('unreadBy', { count: unread.length })}>
          {unread.map((id) => (
            <li key={id} className={classes.person}>
              <PersonTag id={id} />
            </li>
          ))}
        </Part>
      )}
      {read.length > 0 && (
        <Part title={t('readBy', { count: read.length })}>
          {read.map(({ userId, at }) => (
            <li key={userId} className={classes.person}>
              <PersonTag id={userId} />
              {at !== null && <When at={at} className={classes.when} />}
            </li>
          ))}
        </Part>
      )}
    </ListState>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- lists without bullets are none to Safari */}
      <ul role="list">{children}</ul>
    </section>
  );
}
