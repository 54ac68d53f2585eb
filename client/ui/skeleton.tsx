import { useText } from '#client/i18n/use-text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import classes from './skeleton.module.css';

const WIDTHS = [62, 48, 71, 55, 66, 43, 58, 51];

type Props = {
  rows?: number;
  /** Height of one row in pixels: the height of what will stand there. */
  height?: number;
  withAvatar?: boolean;
};

/** The shape of a list that is on its way. It shows itself after 150 ms, so a quick answer never flickers. */
export function RowsSkeleton({ rows = 8, height = 40, withAvatar = false }: Props) {
  const t = useText('common');
  return (
    <div className={classes.rows} aria-live="polite" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }}>
          {withAvatar && <span className={classes.round} />}
          <span className={classes.bar} style={{ width: `${WIDTHS[index % WIDTHS.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
