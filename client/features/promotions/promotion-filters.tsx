import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import {
  PROMOTION_STATUSES,
  PROMOTION_TITLE_MAX,
  type PromotionFilters as Counts,
} from '#server/promotions/promotions.schema.ts';
import { Swatch } from './category-mark.tsx';
import { CountedOptions } from './counted-options.tsx';
import { DayChip } from './day-chip.tsx';
import {
  filterOf,
  type PromotionFilter,
  type PromotionsSearch,
  promotionsSearch,
} from './promotions.search.ts';
import { RangeChip } from './range-chip.tsx';
import type { ShownStatus } from './shown-status.ts';
import classes from './promotion-filters.module.css';

type Props = {
  search: PromotionsSearch;
  counts: Counts | undefined;
  hues: ReadonlyMap<string, number>;
  /** A field that is undefined leaves the URL. */
  onChange: (patch: {
    [Name in keyof PromotionsSearch]: PromotionsSearch[Name] | undefined;
  }) => void;
};

/** What ends soon is among what runs. */
const STATUSES: readonly ShownStatus[] = PROMOTION_STATUSES.flatMap((status) =>
  status === 'running' ? [status, 'ending' as const] : [status],
);

/** Each choice says how many promotions it has, and the number moves while they change. */
export function PromotionFilters({ search, counts, hues, onChange }: Props) {
  const t = useText('promotions');
  return (
    <>
      <Chip
        label={t('status')}
        value={search.status === undefined ? undefined : t(`statuses.${search.status}`)}
        chosen={search.status}
        options={STATUSES.map((value) => ({
          value,
          label: t(`statuses.${value}`),
        }))}
        filterFor={(status) => filterOf(promotionsSearch({ ...search, status }))}
        onChoose={(value) => onChange({ status: STATUSES.find((status) => status === value) })}
      />
      <Chip
        label={t('category')}
        value={search.category}
        chosen={search.category}
        options={(counts?.categories ?? []).map(({ name }) => ({
          value: name,
          label: name,
          mark: <Swatch hue={hues.get(name)} />,
        }))}
        filterFor={(category) => filterOf({ ...search, category })}
        onChoose={(category) => onChange({ category })}
      />
      <Chip
        label={t('channel')}
        value={search.channel}
        chosen={search.channel}
        options={(counts?.channels ?? []).map(({ name }) => ({ value: name, label: name }))}
        filterFor={(channel) => filterOf({ ...search, channel })}
        onChoose={(channel) => onChange({ channel })}
      />
      <DayChip name="on" day={search.on} onChange={(on) => onChange({ on })} />
      <RangeChip from={search.from} to={search.to} onChange={onChange} />
      {search.startsOn !== undefined && (
        <DayChip
          name="startsOn"
          day={search.startsOn}
          onChange={(startsOn) => onChange({ startsOn })}
        />
      )}
      {search.endsOn !== undefined && (
        <DayChip name="endsOn" day={search.endsOn} onChange={(endsOn) => onChange({ endsOn })} />
      )}
      <input
        type="search"
        className={classes.text}
        aria-label={t('find')}
        placeholder={t('find')}
        maxLength={PROMOTION_TITLE_MAX}
        value={search.text ?? ''}
        onChange={(event) => onChange({ text: event.target.value || undefined })}
      />
    </>
  );
}

type ChipProps = {
  label: string;
  value: string | undefined;
  chosen: string | undefined;
  options: Parameters<typeof CountedOptions>[0]['options'];
  /** What the list would hold with this choice and the other filters as they are. */
  filterFor: (value: string) => PromotionFilter;
  onChoose: (value: string | undefined) => void;
};

/** One of several; choosing it again lets it go. */
function Chip({ label, value, chosen, options, filterFor, onChoose }: ChipProps) {
  return (
    <FilterChip label={label} value={value ?? null} onClear={() => onChoose(undefined)}>
      {(close) => (
        <CountedOptions
          options={options}
          filterFor={filterFor}
          chosen={chosen === undefined ? [] : [chosen]}
          onToggle={(next) => {
            onChoose(next === chosen ? undefined : next);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}
