import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from './icon-button.tsx';
import { dismissToast, type Toast, useToasts } from './toasts.ts';
import classes from './toast-shelf.module.css';

const SHOWN_MS = 6000;

/** Where toasts appear; once, in the shell. They wait while the mouse or the focus is on them. */
export function ToastShelf() {
  const toasts = useToasts();
  const [isHeld, setHeld] = useState(false);
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
      <span className={classes.text}>{toast.text}</span>
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
