import { useText } from '#client/i18n/use-text.ts';
import { OptionRow } from '#client/ui/option-row.tsx';
import type { Suggestion } from './search-query.ts';
import classes from './search-panel.module.css';

type Props = {
  listId: string;
  items: readonly Suggestion[];
  at: number;
  onChoose: (item: Suggestion) => void;
};

/** Who or which room the filter that is being typed may mean. */
export function SearchSuggestions({ listId, items, at, onChoose }: Props) {
  const t = useText('chat');
  if (items.length === 0) return <p className={classes.hint}>{t('search.nobody')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> cannot stand under a field like this
    <div id={listId} role="listbox" aria-label={t('search.suggested')} className={classes.list}>
      {items.map((item, index) => (
        <OptionRow
          key={item.id}
          id={`${listId}-${item.id}`}
          isActive={index === at}
          className={classes.suggestion}
          onChoose={() => onChoose(item)}
        >
          {item.label}
        </OptionRow>
      ))}
    </div>
  );
}
