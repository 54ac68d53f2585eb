import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from './hotkeys.ts';
import { IconButton } from './icon-button.tsx';
import { dismissToast, type Toast, useToasts } from './toasts.ts';
import classes from './toast-shelf.module.css';

const SHOWN_MS = 6000;

/** Where toasts appear; once, in the shell. They wait while the mouse or the focus is on them. */
export function ToastShelf() {
  const toasts = useToasts();
  const [isHeld, setHeld] = useState(false);
  useUndoKey(toasts);
  return (
    <div
      className={classes.shelf}
      role="presentation"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
        ))}
      </div>
    </div>
  );
}

/** A toast does not stay until somebody who has only a keyboard has come there. */
function useUndoKey(toasts: readonly Toast[]) {
  const t = useText('app');
  const undo = t('common:undo');
  const newest = toasts.findLast(({ action }) => action?.label === undo);
  useHotkey({ keys: 'z', label: t('keys.undo'), group: t('keys.group') }, () => {
    if (newest === undefined) return;
    dismissToast(newest.id);
    newest.action?.run();
  });
}

function ToastCard({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const t = useText('common');
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  const { action } = toast;
  return (
    <div className={classes.toast} data-tone={toast.tone}>
      {toast.tone === 'done' ? (
        <CircleCheck className={classes.icon} size={16} aria-hidden="true" />
      ) : (
        <CircleAlert className={classes.icon} size={16} aria-hidden="true" />
      )}
      <span className={classes.text} title={toast.text}>
        {toast.text}
      </span>
      {action !== null && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} size={24} label={t('close')} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
