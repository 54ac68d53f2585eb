import type { ReactNode, Ref } from 'react';
import { ListState } from '#client/ui/list-state.tsx';
import { Section } from '#client/ui/section.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import classes from './today-block.module.css';

type Props = {
  title: string;
  count: number;
  /** What is said when there is nothing. */
  nothing: ReactNode;
  query: Parameters<typeof ListState>[0]['query'];
  /** A way to the screen where all of it is. */
  more?: ReactNode;
  /** Above the rows, also when there are none. */
  head?: ReactNode;
  place?: Ref<HTMLElement>;
  children: ReactNode;
};

export function TodayBlock({ title, count, nothing, query, more, head, place, children }: Props) {
  const isEmpty = count === 0 && !query.isPending && (query.error ?? null) === null;
  return (
    <Section title={title} count={count === 0 ? undefined : count} action={more} place={place}>
      {head}
      {isEmpty ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <ListState
          query={query}
          isEmpty={false}
          empty={{ title }}
          skeleton={<RowsSkeleton rows={3} />}
        >
          <ul className={classes.list} aria-label={title}>
            {children}
          </ul>
        </ListState>
      )}
    </Section>
  );
}
