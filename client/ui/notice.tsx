import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

type Tone = 'info' | 'good' | 'warning' | 'bad';

type Props = { tone: Tone; children: ReactNode; action?: ReactNode };

/** A sentence in its place, with a sign as well as a colour. `bad` is read out at once. */
export function Notice({ tone, children, action }: Props) {
  const Icon = ICONS[tone];
  return (
    <div
      className={classes.notice}
      data-tone={tone}
      aria-live={tone === 'bad' ? 'assertive' : 'polite'}
    >
      <Icon className={classes.icon} size={16} aria-hidden="true" />
      <div className={classes.text}>{children}</div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

const ICONS: Record<Tone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  bad: CircleAlert,
};
