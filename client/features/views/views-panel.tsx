import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { viewAbilities } from '#server/views/views.policy.ts';
import { KeepView } from './keep-view.tsx';
import type { BuiltInView, RenderCounted } from './saved-views.tsx';
import type { useSavedViews } from './use-saved-views.ts';
import { ViewMenu } from './view-menu.tsx';
import classes from './saved-views.module.css';

type Props = {
  query: string;
  builtIns: readonly BuiltInView[];
  saved: ReturnType<typeof useSavedViews>;
  renderCounted: RenderCounted;
  onApply: (query: string) => void;
};

export function ViewsPanel({ query, builtIns, saved, renderCounted, onApply }: Props) {
  const t = useText('views');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const mine = saved.views.filter(({ ownerId }) => ownerId === viewer.id);
  const others = saved.views.filter(({ ownerId }) => ownerId !== viewer.id);
  const all = [...builtIns, ...mine, ...others];
  return renderCounted(
    all.map((view) => view.query),
    (counts) => {
      const row = (
        view: BuiltInView,
        at: number,
        rest: { note?: string; menu?: ReactNode } = {},
      ) => (
        <li key={`${at} ${view.name}`} className={classes.row}>
          <button
            type="button"
            className={classes.apply}
            aria-pressed={view.query === query}
            onClick={() => onApply(view.query)}
          >
            <span className={classes.name}>{view.name}</span>
            {rest.note !== undefined && (
              <span className={classes.note}>
                <Users size={12} aria-hidden="true" />
                {rest.note}
              </span>
            )}
            <span className={classes.count}>{counts[at]}</span>
          </button>
          {rest.menu}
        </li>
      );
      const menuOf = (view: (typeof mine)[number]) =>
        viewAbilities(viewer, view).change && <ViewMenu view={view} query={query} saved={saved} />;
      return (
        <div className={classes.panel}>
          <ul className={classes.list} aria-label={t('builtIn')}>
            {builtIns.map((view, at) => row(view, at))}
          </ul>
          {mine.length > 0 && (
            <Part title={t('mine')}>
              {mine.map((view, at) =>
                row(view, builtIns.length + at, {
                  menu: menuOf(view),
                  ...(view.isShared && { note: t('shared') }),
                }),
              )}
            </Part>
          )}
          {others.length > 0 && (
            <Part title={t('ofAll')}>
              {others.map((view, at) =>
                row(view, builtIns.length + mine.length + at, {
                  menu: menuOf(view),
                  note: personOf(view.ownerId)?.name ?? t('common:unknownPerson'),
                }),
              )}
            </Part>
          )}
          <KeepView
            onKeep={(name, isShared) => saved.createView({ name, isShared, query })}
            isNothing={query === ''}
          />
        </div>
      );
    },
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}
