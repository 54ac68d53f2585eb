import { Moon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { useQuiet } from './use-quiet.ts';
import classes from './quiet-sign.module.css';

/** On one's own picture, as long as one is left in peace. */
export function QuietSign({ children }: { children: ReactNode }) {
  const t = useText('notices');
  const { isQuiet, pausedUntil } = useQuiet();
  const words = pausedUntil === null ? t('quiet.offHours') : t('quiet.now');
  return (
    <span className={classes.signed} title={isQuiet ? words : undefined}>
      {children}
      {isQuiet && (
        <span className={classes.moon}>
          <Moon size={10} strokeWidth={2.5} aria-hidden="true" />
          <VisuallyHidden>{words}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
