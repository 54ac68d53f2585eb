import { Bar, Skeleton } from '#client/ui/skeleton.tsx';
import type { BoardColumns } from './tasks.search.ts';
import classes from './task-board.module.css';

/** As many columns as are in sight, with so many cards. */
const COLUMNS = { status: [4, 2, 3], assignee: [3, 2, 4, 2] };
const CARDS_MAX = 6;

/** A board of which nothing is known yet. */
export function BoardSkeleton({ by }: { by: BoardColumns }) {
  return (
    <Skeleton>
      <div className={classes.board} data-by={by}>
        {COLUMNS[by].map((cards, column) => (
          <div key={column} className={classes.column}>
            <div className={classes.head}>
              <Bar index={column + 5} />
            </div>
            <div className={classes.cards}>
              <Cards count={cards} />
            </div>
          </div>
        ))}
      </div>
    </Skeleton>
  );
}

export function CardsSkeleton({ count }: { count: number }) {
  return (
    <Skeleton>
      <Cards count={count} />
    </Skeleton>
  );
}

function Cards({ count }: { count: number }) {
  return Array.from({ length: Math.min(Math.max(count, 1), CARDS_MAX) }, (_, index) => (
    <div key={index} className={classes.waiting}>
      <Bar index={index} />
      <Bar index={index + 5} />
    </div>
  ));
}
