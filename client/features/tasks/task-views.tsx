import { type ReactNode, useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { SavedViews } from '#client/features/views/saved-views.tsx';
import { queryOf, searchOf } from '#client/features/views/view-query.ts';
import { useText } from '#client/i18n/use-text.ts';
import { inParts, useLiveCounts } from '#client/live/use-live-counts.ts';
import { useToday } from '#client/ui/clock.ts';
import { TASK_COUNTS_MAX } from '#server/tasks/tasks.counts.schema.ts';
import { filterOf, type TasksSearch, tasksSearch } from './tasks.search.ts';

type Props = { search: TasksSearch; onChange: (search: TasksSearch) => void };

const OPEN = { status: ['todo', 'doing'] } as const;

/** The ways to look at tasks that are kept by name; the month of a calendar is no part of one. */
export function TaskViews({ search, onChange }: Props) {
  const t = useText('views');
  const today = useToday();
  const { month: _month, ...kept } = search;
  // What is mine, late or watched is one press on the chips beside this menu.
  const views = [{ name: t('byToday'), search: { ...OPEN, mine: true, to: today } }];
  return (
    <SavedViews
      screen="tasks"
      query={queryOf(tasksSearch(kept))}
      builtIns={views.map((view) => ({
        name: view.name,
        query: queryOf(tasksSearch(view.search)),
      }))}
      renderCounted={(queries, draw) => <Counted queries={queries}>{draw}</Counted>}
      onApply={(query) => onChange(tasksSearch(searchOf(query)))}
    />
  );
}

type CountedProps = {
  queries: readonly string[];
  children: (counts: readonly (number | undefined)[]) => ReactNode;
};

function Counted({ queries, children }: CountedProps) {
  const asked = queries.join('\n');
  const parts = useMemo(() => {
    const filters = asked.split('\n').map((query) => filterOf(tasksSearch(searchOf(query))));
    return inParts(filters, TASK_COUNTS_MAX);
  }, [asked]);
  const answers = trpc.useQueries((t) => parts.map((filters) => t.tasks.counts({ filters })));
  const counted = parts.map((filters, at) => ({ filters, answer: answers[at]?.data }));
  return children(useLiveCounts('tasks.counts', counted));
}
