/** On lines of their own after the caret, as if they had been typed there; false if the field has no room for them. */
export function insertLines(field: HTMLTextAreaElement, lines: readonly string[]): boolean {
  const { value, selectionEnd: at, maxLength } = field;
  const [before, after] = [value.slice(0, at), value.slice(at)];
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  const end = after.startsWith('\n') ? '' : '\n';
  const text = start + lines.join('\n') + end;
  if (maxLength >= 0 && value.length + text.length > maxLength) return false;
  field.setRangeText(text, at, at, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
