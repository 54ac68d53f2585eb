import { Pencil } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './editable-text.module.css';

type Props = {
  label: string;
  value: string;
  placeholder?: string;
  isMultiline?: boolean;
  isReadOnly: boolean;
  renderText?: (text: string) => ReactNode;
  className?: string | undefined;
  /** It was in the field, and comes back to what opens it. */
  takesFocus: boolean;
  onEdit: () => void;
};

export function EditableTextRest({
  label,
  value,
  placeholder,
  isReadOnly,
  isMultiline,
  className,
  renderText,
  takesFocus,
  onEdit,
}: Props) {
  const t = useText('common');
  const text = value === '' ? <span className={classes.placeholder}>{placeholder}</span> : value;
  const drawn = value === '' ? undefined : renderText?.(value);
  if (isReadOnly)
    return <div className={`${classes.text} ${className ?? ''}`}>{drawn ?? text}</div>;
  if (drawn !== undefined)
    return <Drawn {...{ label, className, takesFocus, onEdit }}>{drawn}</Drawn>;
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field it comes from had the focus
      autoFocus={takesFocus}
      className={`${classes.text} ${classes.editable} ${className ?? ''}`}
      data-multiline={isMultiline}
      aria-label={`${label}: ${value || (placeholder ?? '')} (${t('edit')})`}
      onClick={onEdit}
    >
      {text}
    </button>
  );
}

type DrawnProps = Pick<Props, 'label' | 'className' | 'takesFocus' | 'onEdit'> & {
  children: ReactNode;
};

/** Text with links in it cannot be a button; it has one, and a click beside the links does the same. */
function Drawn({ label, className, takesFocus, onEdit, children }: DrawnProps) {
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
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field it comes from had the focus
        autoFocus={takesFocus}
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
