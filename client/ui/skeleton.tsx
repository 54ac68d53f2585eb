import { type ReactNode, useLayoutEffect, useRef } from 'react';
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

/** The shape of a list that is on its way. */
export function RowsSkeleton({ rows = 8, height = 40, withAvatar = false }: Props) {
  return (
    <Skeleton>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }}>
          {withAvatar && <span className={classes.round} />}
          <Bar index={index} />
        </div>
      ))}
    </Skeleton>
  );
}

/** The place of a line of text; `index` makes lines that stand together differently long. */
export function Bar({ index }: { index: number }) {
  return <span className={classes.bar} style={{ width: `${WIDTHS[index % WIDTHS.length]}%` }} />;
}

/**
 * The shape of what is on its way. It shows itself after 150 ms, so a quick answer never flickers; at once where another
 * one has just given way to it, so that a slow answer in several steps does not flicker either.
 */
export function Skeleton({ children }: { children: ReactNode }) {
  const t = useText('common');
  const area = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    const from = performance.now();
    if (from - lastGoneAtMs < FOLLOWS_MS) element?.setAttribute('data-follows', '');
    return () => {
      const now = performance.now();
      if (element?.hasAttribute('data-follows') || now - from > SHOWN_AFTER_MS) lastGoneAtMs = now;
    };
  }, []);
  return (
    <div ref={area} className={classes.skeleton} aria-live="polite" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {children}
    </div>
  );
}

/** CSS says the same number. */
const SHOWN_AFTER_MS = 150;
const FOLLOWS_MS = 50;
/** When one that was to be seen went. */
let lastGoneAtMs = Number.NEGATIVE_INFINITY;
