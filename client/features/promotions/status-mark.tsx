import { CalendarClock, CirclePause, CirclePlay, Flag, Hourglass } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import type { ShownStatus } from './shown-status.ts';
import classes from './marks.module.css';

const ICONS = {
  scheduled: CalendarClock,
  running: CirclePlay,
  ending: Hourglass,
  ended: Flag,
  stopped: CirclePause,
} as const;

export function StatusMark({ status }: { status: ShownStatus }) {
  const t = useText('promotions');
  return (
    <span className={classes.status} data-status={status}>
      <StatusIcon status={status} />
      {t(`statuses.${status}`)}
    </span>
  );
}

export function StatusIcon({ status }: { status: ShownStatus }) {
  const Icon = ICONS[status];
  return <Icon className={classes.icon} size={14} aria-hidden="true" />;
}
