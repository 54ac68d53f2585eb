import { Bookmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import type { ViewScreen } from '#server/views/views.schema.ts';
import { useSavedViews } from './use-saved-views.ts';
import { ViewsPanel } from './views-panel.tsx';

/** One that everybody has and nobody stored. */
export type BuiltInView = { name: string; query: string };

/** Draws with the number of things each query finds, in their order, as far as they are known. */
export type RenderCounted = (
  queries: readonly string[],
  draw: (counts: readonly (number | undefined)[]) => ReactNode,
) => ReactNode;

type Props = {
  screen: ViewScreen;
  /** What the screen shows now. */
  query: string;
  builtIns: readonly BuiltInView[];
  renderCounted: RenderCounted;
  onApply: (query: string) => void;
};

/** The ways to look at this list: to take, to keep, to share. The numbers are asked for while they are shown. */
export function SavedViews({ screen, query, builtIns, renderCounted, onApply }: Props) {
  const t = useText('views');
  const saved = useSavedViews(screen);
  const shown = [...builtIns, ...saved.views].find((view) => view.query === query);
  return (
    <FilterChip
      label={t('title')}
      value={shown?.name ?? null}
      icon={<Bookmark size={14} aria-hidden="true" />}
      width={320}
      onClear={() => onApply('')}
    >
      {(close) => (
        <ViewsPanel
          query={query}
          builtIns={builtIns}
          saved={saved}
          renderCounted={renderCounted}
          onApply={(next) => {
            onApply(next);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}
