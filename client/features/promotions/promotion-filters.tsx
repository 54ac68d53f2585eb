import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { sayDay } from '#client/ui/say-time.ts';
import {
  PROMOTION_STATUSES,
  PROMOTION_TITLE_MAX,
  type PromotionFilters as Counts,
} from '#server/promotions/promotions.schema.ts';
import { Swatch } from './category-mark.tsx';
import { OnDay } from './on-day.tsx';
import type { PromotionsSearch } from './promotions.search.ts';
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

/** Each choice says how many promotions it has, and the number moves while they change. */
export function PromotionFilters({ search, counts, hues, onChange }: Props) {
  const t = useText('promotions');
  const locale = useLocale();
  const now = useMinute();
  return (
    <>
      <Chip
        label={t('status')}
        value={search.status === undefined ? undefined : t(`statuses.${search.status}`)}
        chosen={search.status}
        options={PROMOTION_STATUSES.map((value) => ({
          value,
          label: t(`statuses.${value}`),
          count: counts?.statuses[value] ?? 0,
        }))}
        onChoose={(value) =>
          onChange({ status: PROMOTION_STATUSES.find((status) => status === value) })
        }
      />
      <Chip
        label={t('category')}
        value={search.category}
        chosen={search.category}
        options={(counts?.categories ?? []).map(({ name, count }) => ({
          value: name,
          label: name,
          count,
          mark: <Swatch hue={hues.get(name)} />,
        }))}
        onChoose={(category) => onChange({ category })}
      />
      <Chip
        label={t('channel')}
        value={search.channel}
        chosen={search.channel}
        options={(counts?.channels ?? []).map(({ name, count }) => ({
          value: name,
          label: name,
          count,
        }))}
        onChoose={(channel) => onChange({ channel })}
      />
      <FilterChip
        label={t('on')}
        value={search.on === undefined ? null : sayDay(search.on, { now, locale })}
        onClear={() => onChange({ on: undefined })}
      >
        {(close) => (
          <OnDay
            day={search.on}
            onChoose={(on) => {
              onChange({ on });
              close();
            }}
          />
        )}
      </FilterChip>
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
  options: Parameters<typeof FilterOptions>[0]['options'];
  onChoose: (value: string | undefined) => void;
};

/** One of several; choosing it again lets it go. */
function Chip({ label, value, chosen, options, onChoose }: ChipProps) {
  return (
    <FilterChip label={label} value={value ?? null} onClear={() => onChoose(undefined)}>
      {(close) => (
        <FilterOptions
          options={options}
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
