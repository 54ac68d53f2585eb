import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import type { HealthLevel } from '#server/admin/health.schema.ts';
import classes from './health.module.css';

const ICONS: Record<HealthLevel, LucideIcon> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** The light, told by its sign and its word too. */
export function HealthLight({ level }: { level: HealthLevel }) {
  const t = useText('admin');
  const Icon = ICONS[level];
  return (
    <span className={classes.light} data-level={level}>
      <Icon size={14} aria-hidden="true" />
      {t(`healthList.levels.${level}`)}
    </span>
  );
}
