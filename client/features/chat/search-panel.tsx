import { SearchX, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import { MESSAGE_MAX } from '#server/chat/chat.schema.ts';
import type { FoundMessage } from '#server/chat/chat.search.schema.ts';
import { FoundRow } from './found-row.tsx';
import { SearchFilterChips } from './search-filter-chips.tsx';
import { type SearchFilters, suggestionsFor, takeFilters } from './search-query.ts';
import { SearchSuggestions } from './search-suggestions.tsx';
import { type Search, useFound } from './use-search.ts';
import { useSearchNames } from './use-search-names.ts';
import classes from './search-panel.module.css';

type Props = {
  search: Search;
  onChange: (search: Search) => void;
  onOpen: (message: FoundMessage) => void;
  onClose: () => void;
};

/** In place of the list of rooms: what was said, wherever one may see it. The keyboard stays in the field. */
export function SearchPanel({ search, onChange, onOpen, onClose }: Props) {
  const t = useText('chat');
  useFocusBack();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const names = useSearchNames();
  const { isAsked, query, items, terms, hasMore, more } = useFound(search);
  const suggested = suggestionsFor(search.text, names);
  const count = suggested === null ? items.length : suggested.items.length;
  const [chosenAt, setChosenAt] = useState(0);
  const at = Math.min(chosenAt, count - 1);
  const opened = suggested === null ? items[at] : undefined;
  const offered = suggested?.items[at];
  const activeId = opened?.id ?? offered?.id;

  function type(text: string, isDone = false) {
    const taken = takeFilters(text, names, isDone);
    setChosenAt(0);
    onChange({ text: taken.text, filters: { ...search.filters, ...taken.filters } });
  }
  function take(filters: SearchFilters) {
    setChosenAt(0);
    const text = suggested === null || suggested.rest === '' ? '' : `${suggested.rest} `;
    onChange({ text, filters: { ...search.filters, ...filters } });
    field.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // the Enter that ends a Korean syllable
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && offered !== undefined) take(offered.filters);
    else if (event.key === 'Enter' && opened !== undefined) onOpen(opened);
    else if (event.key === 'Enter') type(search.text, true);
    else return;
    event.preventDefault();
  }
  function move(by: number) {
    const next = Math.max(0, Math.min(at + by, count - 1));
    setChosenAt(next);
    if (suggested === null && next >= items.length - 3 && hasMore) more();
  }

  return (
    <section className={classes.panel} aria-label={t('search.title')}>
      <div className={classes.head}>
        <input
          ref={field}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens to be typed into
          autoFocus
          className={classes.field}
          role="combobox"
          aria-label={t('search.title')}
          aria-expanded={count > 0}
          aria-controls={listId}
          aria-activedescendant={activeId && `${listId}-${activeId}`}
          autoComplete="off"
          maxLength={MESSAGE_MAX}
          placeholder={t('search.placeholder')}
          value={search.text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton icon={X} label={t('search.close')} onClick={onClose} />
      </div>
      <SearchFilterChips
        filters={search.filters}
        names={names}
        onChange={(filters) => onChange({ ...search, filters })}
      />
      {suggested !== null && (
        <SearchSuggestions
          listId={listId}
          items={suggested.items}
          at={at}
          onChoose={(item) => take(item.filters)}
        />
      )}
      {suggested === null && !isAsked && <p className={classes.hint}>{t('search.hint')}</p>}
      {suggested === null && isAsked && (
        <ListState
          query={query}
          isEmpty={items.length === 0 && !hasMore}
          empty={{ icon: SearchX, title: t('search.nothing'), text: t('search.nothingText') }}
          skeleton={<RowsSkeleton height={72} withAvatar />}
        >
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> holds no rows like these */}
          <div id={listId} role="listbox" aria-label={t('search.found')} className={classes.list}>
            {items.map((message, index) => (
              <FoundRow
                key={message.id}
                id={`${listId}-${message.id}`}
                message={message}
                terms={terms}
                isActive={index === at}
                onOpen={() => onOpen(message)}
              />
            ))}
          </div>
          {hasMore && (
            <button type="button" className={classes.more} onClick={more}>
              {query.isFetchingNextPage ? t('search.looking') : t('search.more')}
            </button>
          )}
        </ListState>
      )}
    </section>
  );
}
