import { type ReactNode, useMemo } from 'react';
import { SavedViews } from '#client/features/views/saved-views.tsx';
import { queryOf, searchOf } from '#client/features/views/view-query.ts';
import { useText } from '#client/i18n/use-text.ts';
import { filterOf, type PromotionsSearch, promotionsSearch } from './promotions.search.ts';
import { usePromotionCounts } from './use-promotions.ts';

type Props = { search: PromotionsSearch; onApply: (search: PromotionsSearch) => void };

/** The ways to look at promotions that are kept by name; the month of a timeline is no part of one. */
export function PromotionViews({ search, onApply }: Props) {
  const t = useText('views');
  const { month: _month, ...kept } = search;
  const views = [
    { name: t('running'), search: { status: 'running' } },
    { name: t('ending'), search: { status: 'ending' } },
  ];
  return (
    <SavedViews
      screen="promotions"
      query={queryOf(promotionsSearch(kept))}
      builtIns={views.map((view) => ({
        name: view.name,
        query: queryOf(promotionsSearch(view.search)),
      }))}
      renderCounted={(queries, draw) => <Counted queries={queries}>{draw}</Counted>}
      onApply={(query) => onApply(promotionsSearch(searchOf(query)))}
    />
  );
}

type CountedProps = {
  queries: readonly string[];
  children: (counts: readonly (number | undefined)[]) => ReactNode;
};

function Counted({ queries, children }: CountedProps) {
  const asked = queries.join('\n');
  const filters = useMemo(
    () => asked.split('\n').map((query) => filterOf(promotionsSearch(searchOf(query)))),
    [asked],
  );
  return children(usePromotionCounts(filters));
}
