import { Button } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CalendarDays, ChartGantt, List, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Page } from '#client/ui/page.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { toastDone } from '#client/ui/toasts.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { NewPromotionDialog } from './new-promotion-dialog.tsx';
import { OverlapWarning } from './overlap-warning.tsx';
import { PromotionFilters } from './promotion-filters.tsx';
import { PromotionList } from './promotion-list.tsx';
import { PromotionViews } from './promotion-views.tsx';
import {
  filterOf,
  type PromotionsSearch,
  type PromotionsView,
  promotionsSearch,
} from './promotions.search.ts';
import { useCategoryHues } from './use-category-hues.ts';
import { type NewPromotion, usePromotionActs } from './use-promotion-acts.ts';
import { usePromotionFilters } from './use-promotions.ts';

const PromotionTimeline = lazy(async () => ({
  default: (await import('./promotion-timeline.tsx')).PromotionTimeline,
}));
const PromotionCalendar = lazy(async () => ({
  default: (await import('./promotion-calendar.tsx')).PromotionCalendar,
}));

export function PromotionsPage() {
  const t = useText('promotions');
  const search: PromotionsSearch = useSearch({ from: '/promotions' });
  const { promotionId } = useParams({ strict: false });
  const navigate = useNavigate();
  const counts = usePromotionFilters();
  const hues = useCategoryHues();
  const { createPromotion } = usePromotionActs();
  const isNarrow = useNarrow();
  const [isAdding, setAdding] = useState(false);
  useHotkey({ keys: 'n', label: t('keys.new'), group: t('title') }, () => setAdding(true));
  const change = (patch: Record<string, unknown>) =>
    void navigate({ to: '.', search: promotionsSearch({ ...search, ...patch }), replace: true });
  const open = (id: string) =>
    void navigate({ to: '/promotions/$promotionId', params: { promotionId: id }, search });
  const list = { filter: filterOf(search), hues, openId: promotionId ?? null, onOpen: open };
  async function create(promotion: NewPromotion) {
    const { item } = await createPromotion(promotion);
    toastDone(t('created'));
    open(item.id);
  }
  return (
    <Page
      title={t('title')}
      views={
        <Choice<PromotionsView>
          label={t('view')}
          value={search.view ?? 'list'}
          options={[
            {
              value: 'list',
              label: t('views.list'),
              icon: <List size={15} aria-hidden="true" />,
            },
            {
              value: 'timeline',
              label: t('views.timeline'),
              icon: <ChartGantt size={15} aria-hidden="true" />,
            },
            {
              value: 'calendar',
              label: t('views.calendar'),
              icon: <CalendarDays size={15} aria-hidden="true" />,
            },
          ]}
          onChange={(view) => change({ view })}
        />
      }
      actions={
        isNarrow ? (
          <IconButton
            icon={Plus}
            label={t('new')}
            variant="filled"
            color="indigo"
            onClick={() => setAdding(true)}
          />
        ) : (
          <Button
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('new')}
          </Button>
        )
      }
      filters={
        <>
          <PromotionViews
            search={search}
            onApply={(next) => void navigate({ to: '.', search: next, replace: true })}
          />
          <PromotionFilters search={search} counts={counts} hues={hues} onChange={change} />
        </>
      }
      detail={<Outlet />}
    >
      {search.view === undefined && (
        <PromotionList
          {...list}
          onClear={() => void navigate({ to: '.', search: {} })}
          onNew={() => setAdding(true)}
        />
      )}
      <Suspense fallback={<RowsSkeleton />}>
        {search.view === 'timeline' && (
          <PromotionTimeline
            key={search.month}
            {...list}
            month={search.month}
            onMonth={(month) => change({ month })}
            onClear={() => void navigate({ to: '.', search: { view: 'timeline' } })}
          />
        )}
        {search.view === 'calendar' && (
          <PromotionCalendar
            {...list}
            month={search.month}
            onMonth={(month) => change({ month })}
            onDay={(on) => change({ view: undefined, on })}
          />
        )}
      </Suspense>
      <NewPromotionDialog
        isOpen={isAdding}
        counts={counts}
        renderWarning={({ category, channels, startsOn, endsOn }) => (
          <OverlapWarning wanted={{ category, channels, startsOn, endsOn }} inNewTab />
        )}
        onClose={() => setAdding(false)}
        onCreate={create}
      />
    </Page>
  );
}
