import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import classes from './editable-text.module.css';

type Props = {
  label: string;
  maxLength: number;
  placeholder?: string;
  isMultiline?: boolean;
  /** Stands below the field while it is open; going there does not save yet. */
  tools?: ReactNode;
  /** What is wrong with what is written, and the ways on. */
  trouble: ReactNode;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  className?: string | undefined;
  text: string;
  /** The click that opened it was meant for it. */
  isWanted: boolean;
  onText: (text: string) => void;
  onSave: () => void;
  onLeave: () => void;
  onCancel: () => void;
};

/** Enter saves (⌘/Ctrl+Enter in several lines), and so does leaving it; Esc puts back. */
export function EditableTextField({ text, isWanted, isMultiline = false, ...field }: Props) {
  const { onText, onSave, onLeave, onCancel } = field;
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const ref = field.fieldRef ?? ownRef;
  useEffect(() => {
    const end = ref.current?.value.length ?? 0;
    ref.current?.setSelectionRange(end, end);
  }, [ref]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // the Enter that ends a Korean syllable
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (event.target === ref.current && isSaveKey(event)) {
      event.preventDefault();
      onSave();
    }
  }
  function isSaveKey({ key, metaKey, ctrlKey }: KeyboardEvent) {
    return key === 'Enter' && (!isMultiline || metaKey || ctrlKey);
  }
  function onBlur({ currentTarget, relatedTarget, target }: FocusEvent) {
    // A tool may open a dialog of the browser's, which takes the focus of the whole window.
    const isWindowLeft = relatedTarget === null && !document.hasFocus();
    const isAtTool = target !== ref.current && isWindowLeft;
    if (!isAtTool && !currentTarget.contains(relatedTarget)) onLeave();
  }
  const textarea = (
    <textarea
      ref={ref}
      maxLength={field.maxLength}
      placeholder={field.placeholder}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the click that opened the field was meant for it
      autoFocus={isWanted}
      data-in-place
      className={`${classes.text} ${classes.field} ${field.className ?? ''}`}
      aria-label={field.label}
      rows={isMultiline ? 4 : 1}
      value={text}
      onChange={(event) =>
        onText(isMultiline ? event.target.value : event.target.value.replaceAll('\n', ' '))
      }
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what leaves and ends the field and its tools alike
    <div onKeyDown={onKeyDown} onBlur={onBlur}>
      {textarea}
      {field.tools !== undefined && <div className={classes.tools}>{field.tools}</div>}
      {field.trouble}
    </div>
  );
}
