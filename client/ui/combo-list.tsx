// A field to type into and a list that narrows: the keyboard stays in the field, arrows and Enter choose. For popovers
// and dialogs; what the rows are and which of them match is the caller's.
import { Check, Search } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { OptionRow } from './option-row.tsx';
import classes from './combo-list.module.css';

export type ComboItem = {
  id: string;
  /** Rows of one group stand together under its name. */
  group?: string;
  isChosen?: boolean;
  content: ReactNode;
};

type Props = {
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  nothing: string;
  itemsFor: (typed: string) => readonly ComboItem[];
  /** For rows that are asked for elsewhere. */
  onType?: (typed: string) => void;
  onChoose: (id: string) => void;
};

export function ComboList({ label, placeholder, nothing, itemsFor, onType, onChoose }: Props) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const items = itemsFor(typed);
  const position = Math.min(at, items.length - 1);
  const active = items[position];

  /** The list stays for a second choice, and whoever goes on typing looks for somebody else. */
  function choose(id: string) {
    onChoose(id);
    if (document.activeElement === field.current) field.current?.select();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // the Enter that ends a Korean syllable
    if (event.key === 'ArrowDown') setAt((position + 1) % Math.max(items.length, 1));
    else if (event.key === 'ArrowUp')
      setAt((position - 1 + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter' && active !== undefined) choose(active.id);
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.combo}>
      <div className={classes.search}>
        <Search size={14} aria-hidden="true" />
        <input
          ref={field}
          data-autofocus
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens to be typed into
          autoFocus
          className={classes.input}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${active.id}`}
          autoComplete="off"
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            onType?.(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> holds no rows like these */}
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {items.map((item, index) => (
          <Fragment key={item.id}>
            {item.group !== undefined && item.group !== items[index - 1]?.group && (
              <div role="presentation" className={classes.group}>
                {item.group}
              </div>
            )}
            <Row
              id={`${listId}-${item.id}`}
              item={item}
              isActive={index === position}
              onChoose={() => choose(item.id)}
            />
          </Fragment>
        ))}
      </div>
      {items.length === 0 && (
        <p className={classes.nothing} aria-live="polite">
          {nothing}
        </p>
      )}
    </div>
  );
}

type RowProps = { id: string; item: ComboItem; isActive: boolean; onChoose: () => void };

function Row({ id, item, isActive, onChoose }: RowProps) {
  return (
    <OptionRow
      id={id}
      isActive={isActive}
      isSelected={item.isChosen ?? isActive}
      className={classes.option}
      onChoose={onChoose}
    >
      {item.content}
      {item.isChosen !== undefined && (
        <Check
          className={classes.check}
          data-on={item.isChosen || undefined}
          size={15}
          aria-hidden="true"
        />
      )}
    </OptionRow>
  );
}
