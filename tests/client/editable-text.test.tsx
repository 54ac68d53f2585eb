import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { EditableText } from '#client/ui/editable-text.tsx';
import { renderApp } from '#tests/support/render.tsx';

function drawTitle(onSave: (text: string) => Promise<unknown>) {
  const view = renderApp(
    <EditableText label="제목" value="거래처 전화" onSave={onSave} maxLength={200} isRequired />,
  );
  return { ...view, open: () => view.user.click(screen.getByRole('button', { name: /^제목/ })) };
}

test('a click turns the text into a field, and Enter saves it', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const { user, open } = drawTitle(onSave);
  await open();
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), ' 거래처 방문 {Enter}');
  expect(onSave).toHaveBeenCalledExactlyOnceWith('거래처 방문');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('Esc puts back what was there, without closing what is around it', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const onEscape = vi.fn();
  document.addEventListener('keydown', onEscape);
  const { user, open } = drawTitle(onSave);
  await open();
  await user.type(screen.getByRole('textbox'), ' 내일');
  onEscape.mockClear();
  await user.keyboard('{Escape}');
  document.removeEventListener('keydown', onEscape);
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByRole('button').textContent).toBe('거래처 전화');
});

test('nothing is sent when nothing changed, or when a required text is empty', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const { user, open } = drawTitle(onSave);
  await open();
  await user.keyboard('{Enter}');
  await open();
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('{Enter}');
  expect(onSave).not.toHaveBeenCalled();
});

test('a failed save keeps the text, says why, and can be tried again', async () => {
  const onSave = vi
    .fn<(text: string) => Promise<unknown>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValueOnce(undefined);
  const { user, open } = drawTitle(onSave);
  await open();
  await user.type(screen.getByRole('textbox'), '!{Enter}');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('거래처 전화!');
  expect(screen.getByText(/연결이 끊겼어요/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(onSave.mock.calls.at(-1)).toEqual(['거래처 전화!']);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('who may not change it sees plain text', () => {
  renderApp(
    <EditableText label="제목" value="거래처 전화" onSave={vi.fn()} maxLength={200} isReadOnly />,
  );
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('거래처 전화')).toBeDefined();
});

test('a field that was opened and left as it was does not undo what a colleague wrote meanwhile', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const onBegin = vi.fn();
  const title = (value: string) => (
    <EditableText label="제목" value={value} onBegin={onBegin} onSave={onSave} maxLength={200} />
  );
  const { user, rerender } = renderApp(title('거래처 전화'));
  await user.click(screen.getByRole('button', { name: /^제목/ }));
  expect(onBegin).toHaveBeenCalledOnce();
  rerender(title('거래처 방문'));
  await user.keyboard('{Enter}');
  expect(onSave).not.toHaveBeenCalled();
});
