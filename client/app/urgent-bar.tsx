// On every page: what an admin sent as urgent, until it is read or closed on any of my screens. Not a dialog: nobody's
// work is interrupted, and nothing takes the focus.
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useUrgent } from '#client/features/chat/use-urgent.ts';
import { useNoticeActs } from '#client/features/notices/use-notices.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useNewcomers } from '#client/ui/use-newcomers.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';
import { UrgentRow, useUrgentWords } from './urgent-row.tsx';
import classes from './urgent-bar.module.css';

/** As long as the conversation that is open takes to say what was read in it. */
const READ_WITHIN_MS = 1_000;

export function UrgentBar() {
  const urgent = useNotJustRead(useUrgent());
  return urgent.length > 0 && <Bar urgent={urgent} />;
}

type Props = { urgent: readonly NoticeItem[] };

function Bar({ urgent }: Props) {
  const t = useText('app');
  const { mark } = useNoticeActs();
  return (
    <>
      <Voice urgent={urgent} />
      <section className={classes.bar} aria-label={t('urgent.label')}>
        <ul className={classes.list}>
          {urgent.map((notice) => (
            <UrgentRow
              key={notice.id}
              notice={notice}
              onClose={() => void mark([notice.id], true)}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is said in the conversation that is open is read there at once; it shows only when it was not. */
function useNotJustRead(urgent: readonly NoticeItem[]): readonly NoticeItem[] {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [stood, setStood] = useState<{ path: string; ids: string }>({ path, ids: '' });
  const isHere = ({ subjectId }: NoticeItem) => path === `/chat/${subjectId}`;
  const ids = urgent
    .filter(isHere)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    const timer = setTimeout(() => setStood({ path, ids }), READ_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [path, ids]);
  const shown = stood.path === path ? stood.ids : '';
  return urgent.filter((notice) => !isHere(notice) || shown.includes(notice.id));
}

/** Says each once to those who do not see it (with its room, so not before that is known), and nothing when one goes. */
function Voice({ urgent }: Props) {
  const t = useText('app');
  const { isComplete, words } = useUrgentWords();
  const come = useNewcomers(urgent.map(({ id }) => id));
  const said = urgent
    .filter(({ id }) => come.includes(id))
    .map((notice) => {
      const { name, place, text } = words(notice);
      return `${t('urgent.label')}: ${[name, place, text].filter((part) => part !== '').join(', ')}`;
    });
  return (
    <div role="alert">
      <VisuallyHidden>{isComplete && said.join(' ')}</VisuallyHidden>
    </div>
  );
}
