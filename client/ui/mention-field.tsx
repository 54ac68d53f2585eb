// A text field in which @ offers names. The keyboard stays in the field: arrows move, Enter or Tab takes a name, Esc closes
// the list. What Enter does otherwise is the caller's wish; a syllable that is being composed is finished first.
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EnterKey, type EnterVerdict } from './enter-key.ts';
import { MentionList } from './mention-list.tsx';
import {
  type Mentionable,
  type MentionQuery,
  mentionAt,
  offered,
  withMention,
} from './mention-query.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import classes from './mention-field.module.css';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** Who can be called here. */
  people: readonly Mentionable[];
  /** How everybody is called; null where that is not possible. */
  everybody: string | null;
  enterSends: boolean;
  /** Gets what stands in the field, not what was drawn last: a syllable may just have been finished. */
  onSend: (text: string) => void;
  /** Of keys that the list and Enter leave alone. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onBlur?: () => void;
  rows?: number;
  maxLength?: number;
  className?: string | undefined;
};

const EVERYBODY = 'everybody';

export function MentionField({
  field,
  value,
  onChange,
  onSend,
  onKey,
  enterSends,
  ...props
}: Props) {
  const t = useText('common');
  const listId = useId();
  const [enter] = useState(() => new EnterKey());
  const { query, items, at, move, look, close } = useOffers(value, props);
  const [caret, setCaret] = useState<{ at: number } | null>(null);
  useLayoutEffect(() => {
    if (caret !== null) field.current?.setSelectionRange(caret.at, caret.at);
  }, [field, caret]);

  function pick(item: Mentionable | undefined) {
    const element = field.current;
    const now = element && mentionAt(element.value, element.selectionStart);
    if (element === null || now === null || item === undefined) return;
    const next = withMention(element.value, now, item.name);
    setCaret({ at: next.caret });
    onChange(next.text);
    close(now.start);
  }
  function obey(verdict: EnterVerdict, event: { preventDefault: () => void }) {
    if (verdict !== 'pass') event.preventDefault();
    if (verdict === 'pick') pick(items[at]);
    if (verdict === 'send') onSend(field.current?.value ?? value);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { key, code, shiftKey, ctrlKey, metaKey } = event;
    const { isComposing } = event.nativeEvent;
    const facts = { key, code, shiftKey, ctrlKey, metaKey, isComposing };
    const verdict = enter.keyDown(facts, { enterSends, hasList: items.length > 0 });
    if (verdict !== 'pass') return obey(verdict, event);
    if (query !== null && items.length > 0 && !shiftKey && steer(event, query)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!isComposing) onKey?.(event);
  }
  /** Whether the key was for the list. */
  function steer({ key, nativeEvent }: KeyboardEvent, { start }: MentionQuery): boolean {
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'Escape' && !nativeEvent.isComposing) close(start);
    else if (key === 'Tab' && !nativeEvent.isComposing) pick(items[at]);
    else return false;
    return true;
  }
  const active = items[at];
  return (
    <div className={classes.around}>
      <textarea
        ref={field}
        className={props.className}
        rows={props.rows ?? 1}
        maxLength={props.maxLength}
        aria-label={props.label}
        placeholder={props.placeholder}
        enterKeyHint={enterSends ? 'send' : 'enter'}
        aria-autocomplete="list"
        aria-controls={items.length > 0 ? listId : undefined}
        aria-activedescendant={active && `${listId}-${active.id}`}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => enter.keyUp(event)}
        onCompositionEnd={(event) => obey(enter.compositionEnd(event.data), event)}
        onBlur={() => {
          if (query !== null) close(query.start);
          props.onBlur?.();
        }}
      />
      {items.length > 0 && <MentionList id={listId} items={items} at={at} onPick={pick} />}
      <VisuallyHidden>
        <span aria-live="polite">
          {items.length > 0 && t('namesOffered', { count: items.length })}
        </span>
      </VisuallyHidden>
    </div>
  );
}

type OfferProps = Pick<Props, 'people' | 'everybody'>;

/** What is offered where the caret stands. */
function useOffers(value: string, { people, everybody }: OfferProps) {
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  /** The @ at which the list was closed: it opens again at another one. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const found = mentionAt(value, caret);
  const query = found === null || found.start === closedAt ? null : found;
  const items = query === null ? NOTHING : itemsFor(query.typed, { people, everybody });
  return {
    query,
    items,
    at: Math.min(at, Math.max(items.length - 1, 0)),
    move: (step: 1 | -1) => setAt((at + step + items.length) % Math.max(items.length, 1)),
    look(field: HTMLTextAreaElement) {
      const next = mentionAt(field.value, field.selectionStart);
      if (next?.typed !== query?.typed) setAt(0);
      if (next === null) setClosedAt(null);
      setCaret(field.selectionStart);
    },
    close: setClosedAt,
  };
}

const NOTHING: readonly Mentionable[] = [];

function itemsFor(typed: string, { people, everybody }: OfferProps): readonly Mentionable[] {
  const all = everybody === null ? [] : [{ id: EVERYBODY, name: everybody }];
  return [...offered(people, typed), ...offered(all, typed)];
}
