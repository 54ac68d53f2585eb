import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { EditableTextField } from './editable-text-field.tsx';
import { EditableTextRest } from './editable-text-rest.tsx';
import { type Begun, type KeptEdit, readEdit, writeEdit } from './kept-edit.ts';
import { Unsaved } from './unsaved.tsx';
import { useViewer } from './viewer.ts';

type Props = {
  /** Names the field. */
  label: string;
  value: string;
  /** The version of what `value` belongs to. */
  since?: number;
  /** Where what is written stays until it is saved, `task:<id>.title`: it outlives leaving and a reload. */
  keepAs?: string;
  /**
   * Rejects when it could not be saved: the text then stays in the field with the reason beside it. False: whether it
   * will be is still to be decided, elsewhere. `begun`: what the person meant to change.
   */
  onSave: (text: string, begun: Begun) => Promise<unknown>;
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

type Edit = KeptEdit & {
  /** It could not be saved: the person decides what comes of it. */
  isUnsaved: boolean;
  /** Opened by a press just now. */
  isWanted: boolean;
  error: unknown;
};

/** Plain text that becomes a field when clicked. What could not be saved stays in it, also after leaving. */
export function EditableText({ value, since = 0, keepAs, onSave, ...props }: Props) {
  const { isReadOnly = false, isRequired = false, renderText, tools, fieldRef, ...look } = props;
  const viewer = useViewer();
  const keep = (kept: KeptEdit | null) => {
    if (keepAs !== undefined) writeEdit(viewer.id, keepAs, kept);
  };
  const [edit, setEdit] = useState<Edit | null>(() => {
    const kept = keepAs === undefined ? null : readEdit(viewer.id, keepAs);
    return kept && { ...kept, isUnsaved: true, isWanted: false, error: null };
  });
  const area = useRef<HTMLDivElement>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const isSaving = useRef(false);

  async function save({ text, begun }: KeptEdit) {
    if (isSaving.current) return; // Enter and then leaving the field are one wish
    const trimmed = text.trim();
    const isUntouched = trimmed === begun.text.trim() || trimmed === value.trim();
    if (isUntouched || (isRequired && trimmed === '')) return putBack();
    try {
      isSaving.current = true;
      setEdit((open) => open && { ...open, isUnsaved: false });
      if ((await onSave(trimmed, begun)) !== false) keep(null);
      close();
    } catch (error) {
      setEdit((open) => open && { ...open, isUnsaved: true, error });
    } finally {
      isSaving.current = false;
    }
  }
  function write(text: string) {
    if (edit === null) return;
    const { begun } = edit;
    keep({ text, begun });
    setEdit({ ...edit, text, isUnsaved: false });
  }
  function begin() {
    const begun = { text: value, since };
    setEdit({ text: value, begun, isUnsaved: false, isWanted: true, error: null });
  }
  function putBack() {
    keep(null);
    close();
  }
  function close() {
    setTakesFocus(area.current?.contains(document.activeElement) === true);
    setEdit(null);
  }

  // Left while it was on its way, it may have arrived.
  const isThere = edit?.isUnsaved === true && edit.text.trim() === value.trim();
  if (edit === null || isReadOnly || isThere)
    return (
      <EditableTextRest
        {...{ ...look, value, isReadOnly, takesFocus }}
        {...(renderText && { renderText })}
        onEdit={begin}
      />
    );
  return (
    <div ref={area}>
      <EditableTextField
        {...look}
        {...(fieldRef && { fieldRef })}
        tools={tools}
        text={edit.text}
        isWanted={edit.isWanted}
        onText={write}
        onSave={() => void save(edit)}
        onLeave={() => {
          if (!edit.isUnsaved) void save(edit);
        }}
        onCancel={putBack}
        trouble={
          edit.isUnsaved && (
            <Unsaved error={edit.error} onRetry={() => void save(edit)} onDiscard={putBack} />
          )
        }
      />
    </div>
  );
}
