import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type Props = {
  icon?: LucideIcon;
  /** What will be here. */
  title: string;
  text?: string;
  /** The one thing to do next. */
  action?: ReactNode;
};

export function EmptyState({ icon: Icon, title, text, action }: Props) {
  return (
    <div className={classes.empty}>
      {Icon !== undefined && (
        <Icon className={classes.icon} size={28} strokeWidth={1.5} aria-hidden="true" />
      )}
      <p className={classes.title}>{title}</p>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
