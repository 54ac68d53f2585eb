// Typing and choosing in one place: the keyboard stays in the field, arrows and Enter choose, Tab narrows to one kind.
// What the rows are is the caller's.
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EnterKey, type EnterVerdict } from '#client/ui/enter-key.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { SEARCH_TEXT_MAX } from '#server/search/search.schema.ts';
import { FindList } from './find-list.tsx';
import classes from './find-box.module.css';

const FIND_KINDS = [
  'all', 'person', 'room', 'task', 'reminder', 'promotion', 'message', 'command',
] as const; // prettier-ignore
export type FindKind = (typeof FIND_KINDS)[number];

export type FindItem = {
  id: string;
  /** Rows of one group stand together under its name. */
  group: string;
  icon: ReactNode;
  title: ReactNode;
  /** Beside the title, fainter. */
  hint?: ReactNode;
  /** Where it opens; null: it does something instead. */
  href: string | null;
  run: () => void;
};

type Props = {
  typed: string;
  onType: (typed: string) => void;
  kind: FindKind;
  onKind: (kind: FindKind) => void;
  items: readonly FindItem[];
  onChoose: (item: FindItem, inNewTab: boolean) => void;
  onClose: () => void;
  /** Below the rows: what is on its way, failed, or not there. */
  children: ReactNode;
};

export function FindBox({ typed, onType, kind, onKind, items, ...props }: Props) {
  const { onChoose, onClose, children } = props;
  const t = useText('find');
  const listId = useId();
  const isNarrow = useNarrow();
  const [enter] = useState(() => new EnterKey());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const found = items.findIndex(({ id }) => id === chosenId);
  const at = found === -1 ? 0 : found;
  const active = items[at];

  function obey(verdict: EnterVerdict, inNewTab = false) {
    if (verdict === 'send' && active !== undefined) onChoose(active, inNewTab);
  }
  function moveTo(next: number) {
    const count = Math.max(items.length, 1);
    setChosenId(items[(next + count) % count]?.id ?? null);
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, nativeEvent } = event;
    const verdict = enter.keyDown(nativeEvent);
    if (nativeEvent.isComposing) return; // the keys that end a Korean syllable
    const isPlain = !event.shiftKey && !event.altKey && !event.metaKey && !event.ctrlKey;
    if (verdict !== 'pass') obey(verdict, event.metaKey || event.ctrlKey);
    else if (key === 'ArrowDown') moveTo(at + 1);
    else if (key === 'ArrowUp') moveTo(at - 1);
    else if (key === 'Home' && isPlain && items.length > 0) moveTo(0);
    else if (key === 'End' && isPlain && items.length > 0) moveTo(items.length - 1);
    else if (key === 'Tab') narrow(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }
  function narrow(by: number) {
    const count = FIND_KINDS.length;
    setChosenId(null);
    onKind(FIND_KINDS[(FIND_KINDS.indexOf(kind) + by + count) % count] ?? 'all');
  }

  return (
    <div className={classes.box}>
      <div className={classes.field}>
        <Search size={16} aria-hidden="true" />
        <input
          data-autofocus
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens to be typed into
          autoFocus
          className={classes.input}
          role="combobox"
          aria-label={t('label')}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${active.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={SEARCH_TEXT_MAX}
          placeholder={t('placeholder')}
          value={typed}
          onChange={(event) => {
            setChosenId(null);
            onType(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => enter.keyUp(event.nativeEvent)}
          onCompositionEnd={(event) => obey(enter.compositionEnd(event.data))}
        />
        {isNarrow && <IconButton icon={X} label={t('common:close')} onClick={onClose} />}
      </div>
      <fieldset className={classes.kinds} aria-label={t('kindsLabel')}>
        {FIND_KINDS.map((each) => (
          <button
            key={each}
            type="button"
            tabIndex={-1}
            className={classes.kind}
            aria-pressed={each === kind}
            onMouseDown={(event) => event.preventDefault()} // the keyboard stays in the field
            onClick={() => onKind(each === kind ? 'all' : each)}
          >
            {t(`kinds.${each}`)}
          </button>
        ))}
      </fieldset>
      <div className={classes.results}>
        <FindList
          id={listId}
          items={items}
          activeId={active?.id ?? null}
          onPoint={setChosenId}
          onChoose={onChoose}
        />
        {children}
      </div>
      <p className={classes.keys} aria-hidden="true">
        <Kbd keys="arrowup arrowdown" /> {t('keys.move')}
        <Kbd keys="enter" /> {t('keys.open')}
        <Kbd keys="mod+enter" /> {t('keys.newTab')}
        <Kbd keys="tab" /> {t('keys.kind')}
      </p>
    </div>
  );
}
