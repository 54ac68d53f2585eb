import { Pencil } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from './failure.tsx';
import classes from './editable-text.module.css';

type Props = {
  /** Names the field. */
  label: string;
  value: string;
  /** Somebody starts to write: what is there now is what they mean to change. */
  onBegin?: () => void;
  /** Rejects when it could not be saved: the text then stays in the field with the reason beside it. */
  onSave: (text: string) => Promise<unknown>;
  maxLength: number;
  placeholder?: string;
  isMultiline?: boolean;
  /** An empty text is put back instead of saved. */
  isRequired?: boolean;
  isReadOnly?: boolean;
  /** Draws the text at rest (links in it stay links); without it, as it is written. */
  renderText?: (text: string) => ReactNode;
  /** Stands below the field while it is open; going there does not save yet. */
  tools?: ReactNode;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  className?: string | undefined;
};

/** Plain text that becomes a field when clicked. Enter saves (⌘/Ctrl+Enter in several lines), Esc puts back. */
export function EditableText({ value, onBegin, onSave, isReadOnly = false, ...props }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const begunFrom = useRef(value);
  const [error, setError] = useState<unknown>(null);
  const isSaving = useRef(false);

  async function save(text: string) {
    if (isSaving.current) return; // Enter and then leaving the field are one wish
    const trimmed = text.trim();
    const isUntouched = trimmed === begunFrom.current.trim() || trimmed === value.trim();
    if (isUntouched || (props.isRequired === true && trimmed === '')) return putBack();
    try {
      isSaving.current = true;
      setError(null);
      await onSave(trimmed);
      setDraft(null);
    } catch (failure) {
      setError(failure);
    } finally {
      isSaving.current = false;
    }
  }
  function begin() {
    begunFrom.current = value;
    onBegin?.();
    setDraft(value);
  }
  function putBack() {
    setDraft(null);
    setError(null);
  }

  if (draft === null)
    return <Resting {...props} value={value} isReadOnly={isReadOnly} onEdit={begin} />;
  return (
    <div>
      <Field
        {...props}
        text={draft}
        onText={setDraft}
        onSave={() => void save(draft)}
        onCancel={putBack}
      />
      {error !== null && (
        <div className={classes.failure}>
          <Failure error={error} onRetry={() => void save(draft)} />
        </div>
      )}
    </div>
  );
}

type RestingProps = Omit<Props, 'onBegin' | 'onSave' | 'maxLength' | 'tools' | 'fieldRef'> & {
  onEdit: () => void;
};

function Resting({
  label,
  value,
  placeholder,
  isReadOnly,
  isMultiline,
  className,
  renderText,
  onEdit,
}: RestingProps) {
  const t = useText('common');
  const text = value === '' ? <span className={classes.placeholder}>{placeholder}</span> : value;
  const drawn = value === '' ? undefined : renderText?.(value);
  if (isReadOnly === true)
    return <div className={`${classes.text} ${className ?? ''}`}>{drawn ?? text}</div>;
  if (drawn !== undefined) return <Drawn {...{ label, className, onEdit }}>{drawn}</Drawn>;
  return (
    <button
      type="button"
      className={`${classes.text} ${classes.editable} ${className ?? ''}`}
      data-multiline={isMultiline}
      aria-label={`${label}: ${value || (placeholder ?? '')} (${t('edit')})`}
      onClick={onEdit}
    >
      {text}
    </button>
  );
}

type DrawnProps = Pick<RestingProps, 'label' | 'className' | 'onEdit'> & { children: ReactNode };

/** Text with links in it cannot be a button; it has one, and a click beside the links does the same. */
function Drawn({ label, className, onEdit, children }: DrawnProps) {
  const t = useText('common');
  function onClick({ target }: MouseEvent) {
    const isLink = target instanceof Element && target.closest('a, button, dialog') !== null;
    if (!isLink && document.getSelection()?.isCollapsed !== false) onEdit();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the button inside does the same
    <div
      className={`${classes.text} ${classes.editable} ${classes.drawn} ${className ?? ''}`}
      data-home
      onClick={onClick}
    >
      {children}
      <button
        type="button"
        className={classes.pencil}
        aria-label={`${label} (${t('edit')})`}
        title={t('edit')}
        onClick={onEdit}
      >
        <Pencil size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

type FieldProps = Pick<
  Props,
  'label' | 'maxLength' | 'isMultiline' | 'className' | 'placeholder' | 'tools' | 'fieldRef'
> & {
  text: string;
  onText: (text: string) => void;
  onSave: () => void;
  onCancel: () => void;
};

function Field({ text, onText, onSave, onCancel, isMultiline = false, ...field }: FieldProps) {
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
    } else if (event.key === 'Enter' && (!isMultiline || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onSave();
    }
  }
  function onBlur({ currentTarget, relatedTarget, target }: FocusEvent) {
    // A tool may open a dialog of the browser's, which takes the focus of the whole window.
    const isWindowLeft = relatedTarget === null && !document.hasFocus();
    const isAtTool = target !== ref.current && isWindowLeft;
    if (!isAtTool && !currentTarget.contains(relatedTarget)) onSave();
  }
  const textarea = (
    <textarea
      ref={ref}
      maxLength={field.maxLength}
      placeholder={field.placeholder}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the click that opened the field was meant for it
      autoFocus
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
    </div>
  );
}
