import { CheckCheck, ChevronLeft, Clock, Moon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { PAGE_MAX } from '#server/atoms.schema.ts';
import { NoticeList } from './notice-list.tsx';
import { QuietControl } from './quiet-control.tsx';
import { useNoticeActs } from './use-notices.ts';
import { useQuiet } from './use-quiet.ts';
import classes from './inbox.module.css';

type Props = {
  /** What the room is called here. */
  nameOfRoom: (roomId: string) => string;
  unread: number;
  onClose: () => void;
};

/** What others did that I should know, by room and task, newest first; behind it what was put off. */
export function Inbox({ nameOfRoom, unread, onClose }: Props) {
  const t = useText('notices');
  const { mark, markAllRead } = useNoticeActs();
  const [isSnoozed, setSnoozed] = useState(false);
  const inbox = useRef<HTMLDivElement>(null);
  async function readAll() {
    const { ids } = await markAllRead();
    const asBefore = async () => {
      for (let at = 0; at < ids.length; at += PAGE_MAX)
        await mark(ids.slice(at, at + PAGE_MAX), false);
    };
    toastDone(t('allRead'), {
      label: t('common:undo'),
      run: () => void asBefore().catch(toastFailed),
    });
  }
  const list = (
    <NoticeList
      key={String(isSnoozed)}
      isSnoozed={isSnoozed}
      nameOfRoom={nameOfRoom}
      inbox={inbox}
      onClose={onClose}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows from any of its links
    <div ref={inbox} className={classes.inbox} onKeyDown={moveFocus}>
      {isSnoozed ? (
        <div className={classes.head}>
          <IconButton
            icon={ChevronLeft}
            label={t('common:back')}
            size={28}
            onClick={() => setSnoozed(false)}
          />
          <h2 className={classes.title}>{t('snoozed')}</h2>
        </div>
      ) : (
        <Head>
          <IconButton
            icon={Clock}
            label={t('snoozed')}
            size={28}
            variant="subtle"
            color="gray"
            onClick={() => setSnoozed(true)}
          />
          <button
            type="button"
            className={classes.all}
            disabled={unread === 0}
            onClick={() => void readAll().catch(toastFailed)}
          >
            <CheckCheck size={14} aria-hidden="true" />
            {t('markAllRead')}
          </button>
        </Head>
      )}
      {list}
    </div>
  );
}

/** The title, and whether anything may disturb, for now. */
function Head({ children }: { children: ReactNode }) {
  const t = useText('notices');
  const { pausedUntil } = useQuiet();
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || pausedUntil !== null;
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <button
          type="button"
          className={classes.all}
          aria-expanded={isShown}
          disabled={pausedUntil !== null}
          onClick={() => setOpen(!isOpen)}
        >
          <Moon size={14} aria-hidden="true" />
          {t('quiet.title')}
        </button>
        {children}
      </div>
      {isShown && (
        <div className={classes.quiet}>
          <QuietControl />
        </div>
      )}
    </>
  );
}

/** Arrows go from notice to notice. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.target instanceof HTMLInputElement) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notice]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at === -1 && step === -1 ? links.length - 1 : at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
