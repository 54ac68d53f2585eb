import { Button } from '@mantine/core';
import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { ClearFilters } from './clear-filters.tsx';
import { PromotionRow } from './promotion-row.tsx';
import type { PromotionFilter } from './promotions.search.ts';
import { type PromotionSection, sectionsOf } from './sections.ts';
import { useCurrentPromotions } from './use-promotions.ts';
import classes from './promotion-list.module.css';

type Props = {
  filter: PromotionFilter;
  hues: ReadonlyMap<string, number>;
  openId: string | null;
  onOpen: (id: string) => void;
  onClear: () => void;
  onNew: () => void;
};

export function PromotionList({ filter, hues, openId, onOpen, onClear, onNew }: Props) {
  const t = useText('promotions');
  const { query, promotions, hasMore, more, isOnItsWay } = useCurrentPromotions(filter);
  const sections = sectionsOf(promotions, useToday());
  const { error, refetch } = query;
  const isPending = query.isPending || isOnItsWay;
  const isFiltered = Object.keys(filter).length > 0;
  const empty = isFiltered
    ? {
        icon: Tag,
        title: t('emptyFiltered'),
        action: <ClearFilters onClear={onClear} />,
      }
    : {
        icon: Tag,
        title: t('empty'),
        text: t('emptyText'),
        action: <Button onClick={onNew}>{t('new')}</Button>,
      };
  return (
    <ListState
      query={{ isPending, error, refetch }}
      isEmpty={promotions.length === 0}
      empty={empty}
    >
      <div data-promotions>
        {sections.map((section) => (
          <Section key={section.status} section={section} isCut={hasMore}>
            {section.promotions.map((promotion) => (
              <PromotionRow
                key={promotion.id}
                promotion={promotion}
                hue={hues.get(promotion.category)}
                isOpen={promotion.id === openId}
                onOpen={() => onOpen(promotion.id)}
              />
            ))}
          </Section>
        ))}
      </div>
      {hasMore && (
        <Button
          variant="default"
          className={classes.more}
          loading={query.isFetchingNextPage}
          onClick={more}
        >
          {t('common:more')}
        </Button>
      )}
    </ListState>
  );
}

type SectionProps = { section: PromotionSection; isCut: boolean; children: ReactNode };

function Section({ section, isCut, children }: SectionProps) {
  const t = useText('promotions');
  const title = t(`statuses.${section.status}`);
  const isOver = section.status === 'ended' || section.status === 'stopped';
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.head}>
        {title}
        <span className={classes.count}>
          {section.promotions.length}
          {isCut && isOver && '+'}
        </span>
      </h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}
