import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { renderApp } from '#tests/support/render.tsx';

const picture = new File(['p'], 'image.png', { type: 'image/png' });

function clipboard(texts: Record<string, string>, files: File[]) {
  const types = [...Object.keys(texts), ...(files.length > 0 ? ['Files'] : [])];
  return { files, types, getData: (type: string) => texts[type] ?? '' };
}

function desk(isOpen = true) {
  const taken: string[] = [];
  const onFiles = (files: readonly File[]) => taken.push(...files.map(({ name }) => name));
  renderApp(
    <DropFiles onFiles={isOpen ? onFiles : null}>
      <textarea aria-label="글" />
    </DropFiles>,
  );
  return { taken, field: screen.getByRole('textbox', { name: '글' }) };
}

test('a picture is pasted as a file, words of an office program as words', () => {
  const { taken, field } = desk();
  const cells = { 'text/plain': '1\t2', 'text/html': '<table></table>' };
  // fireEvent says false when the browser's own pasting was called off.
  expect(fireEvent.paste(field, { clipboardData: clipboard(cells, [picture]) })).toBe(true);
  expect(fireEvent.paste(field, { clipboardData: clipboard({ 'text/plain': '글' }, []) })).toBe(
    true,
  );
  expect(taken).toEqual([]);
  const fromPage = { 'text/html': '<img>' };
  expect(fireEvent.paste(field, { clipboardData: clipboard(fromPage, [picture]) })).toBe(false);
  const fromFolder = { 'text/plain': 'image.png' };
  expect(fireEvent.paste(field, { clipboardData: clipboard(fromFolder, [picture]) })).toBe(false);
  expect(taken).toEqual(['image.png', 'image.png']);
});

test('while files hang over it, it says that they can be dropped, and takes them once', () => {
  const { taken, field } = desk();
  const dataTransfer = { types: ['Files'], files: [picture] };
  const hint = () => screen.queryByText('여기에 놓으면 붙여요');
  fireEvent.dragEnter(field, { dataTransfer });
  expect(hint()).not.toBeNull();
  fireEvent.dragLeave(field, { dataTransfer });
  expect(hint()).toBeNull();
  fireEvent.dragEnter(field, { dataTransfer });
  fireEvent.drop(field, { dataTransfer });
  expect(hint()).toBeNull();
  expect(taken).toEqual(['image.png']);
  fireEvent.dragEnter(field, { dataTransfer: { types: ['text/plain'], files: [] } });
  expect(hint()).toBeNull();
});

test('where nothing is taken, nothing is promised', () => {
  const { taken, field } = desk(false);
  const dataTransfer = { types: ['Files'], files: [picture] };
  fireEvent.dragEnter(field, { dataTransfer });
  expect(screen.queryByText('여기에 놓으면 붙여요')).toBeNull();
  // Not even the browser takes it: it would leave for the file.
  expect(fireEvent.drop(field, { dataTransfer })).toBe(false);
  expect(taken).toEqual([]);
});
