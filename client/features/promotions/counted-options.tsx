import { useMemo } from 'react';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import type { PromotionFilter } from './promotions.search.ts';
import { usePromotionCounts } from './use-promotions.ts';

type Props = Parameters<typeof FilterOptions>[0] & {
  filterFor: (value: string) => PromotionFilter;
};

/** Each choice with what the list would hold after it, under the filters there are: asked for while it is shown. */
export function CountedOptions({ options, filterFor, ...rest }: Props) {
  const asked = JSON.stringify(options.map(({ value }) => filterFor(value)));
  const counts = usePromotionCounts(useMemo(() => JSON.parse(asked) as PromotionFilter[], [asked]));
  return (
    <FilterOptions
      {...rest}
      options={options.map((option, at) => {
        const count = counts[at];
        return count === undefined ? option : { ...option, count };
      })}
    />
  );
}
