import { SearchX } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import classes from './find-outcome.module.css';

const ENOUGH_ROWS = 3;

type Props = {
  rows: number;
  isOnItsWay: boolean;
  error: unknown;
  onRetry: () => void;
  /** Of messages, older ones may hold it too. */
  isOfLately: boolean;
};

/** Below the rows: what is on its way, failed, or not there, and what was not looked through. */
export function FindOutcome({ rows, isOnItsWay, error, onRetry, isOfLately }: Props) {
  const t = useText('find');
  if (isOnItsWay) return rows < ENOUGH_ROWS && <RowsSkeleton rows={ENOUGH_ROWS} height={36} />;
  if (error !== null) return <Failure error={error} onRetry={onRetry} />;
  return (
    <>
      {rows === 0 && <EmptyState icon={SearchX} title={t('nothing')} text={t('nothingText')} />}
      {isOfLately && <p className={classes.note}>{t('ofLately')}</p>}
    </>
  );
}
