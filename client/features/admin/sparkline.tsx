import { linePoints } from './line-points.ts';
import classes from './health.module.css';

const WIDTH = 120;
const HEIGHT = 32;

type Props = {
  /** Oldest first. */
  values: readonly number[];
  level: string;
};

/** How a number went, for the eye; what it says stands beside it in words. */
export function Sparkline({ values, level }: Props) {
  const points = linePoints(values, { width: WIDTH, height: HEIGHT });
  const line = points.map(([x, y]) => `${x},${y}`).join(' ');
  const last = points.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      data-level={level}
      aria-hidden="true"
    >
      <polygon className={classes.area} points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
      <polyline className={classes.line} points={line} />
    </svg>
  );
}
