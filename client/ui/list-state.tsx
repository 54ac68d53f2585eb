// The four states of every list, in the same place: on its way, empty, failed, there.
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';
import { Failure } from './failure.tsx';
import { RowsSkeleton } from './skeleton.tsx';
import classes from './list-state.module.css';

type Query = { isPending: boolean; error: unknown; refetch: () => unknown };

type Props = {
  /** A query as the hooks return it. What it already holds stays on the screen when asking again fails. */
  query: Query;
  isEmpty: boolean;
  empty: Parameters<typeof EmptyState>[0];
  skeleton?: ReactNode;
  children: ReactNode;
};

export function ListState({ query, isEmpty, empty, skeleton, children }: Props) {
  const failure = query.error !== null && query.error !== undefined && (
    <div className={classes.failure}>
      <Failure error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
  if (query.isPending) return failure || (skeleton ?? <RowsSkeleton />);
  if (isEmpty) return failure || <EmptyState {...empty} />;
  return (
    <>
      {failure}
      {children}
    </>
  );
}
