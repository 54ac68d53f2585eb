import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EditableText } from '#client/ui/editable-text.tsx';
import type { Begun } from '#client/ui/kept-edit.ts';
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
  expect(onSave).toHaveBeenCalledExactlyOnceWith('거래처 방문', { text: '거래처 전화', since: 0 });
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
  expect(onSave.mock.calls.at(-1)?.[0]).toBe('거래처 전화!');
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
  const title = (value: string) => (
    <EditableText label="제목" value={value} onSave={onSave} maxLength={200} />
  );
  const { user, rerender } = renderApp(title('거래처 전화'));
  await user.click(screen.getByRole('button', { name: /^제목/ }));
  rerender(title('거래처 방문'));
  await user.keyboard('{Enter}');
  expect(onSave).not.toHaveBeenCalled();
});

test('the focus comes back to what opened the field, saved by a key or put back', async () => {
  const { user, open } = drawTitle(vi.fn(() => Promise.resolve()));
  for (const keys of ['!{Enter}', '?{Escape}']) {
    await open();
    await user.keyboard(keys);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^제목/ }));
  }
});

describe('what could not be saved', () => {
  const offline = () => Promise.reject<unknown>(new TypeError('Failed to fetch'));
  const drawKept = (onSave: (text: string, begun: Begun) => Promise<unknown>, value = '처음') =>
    renderApp(
      <EditableText
        label="제목"
        value={value}
        since={7}
        keepAs="task:1.title"
        onSave={onSave}
        maxLength={200}
      />,
    );
  const isKept = () => Object.keys(localStorage).length > 0;
  async function left(onSave = offline) {
    const { user, unmount } = drawKept(onSave);
    await user.click(screen.getByRole('button', { name: /^제목/ }));
    await user.type(screen.getByRole('textbox'), '!{Enter}');
    unmount();
  }
  beforeEach(() => localStorage.clear());

  test('stands in its field again, and is saved from what it was begun with', async () => {
    await left();
    const onSave = vi.fn(() => Promise.resolve());
    const { user } = drawKept(onSave, '네 것');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('처음!');
    expect(screen.getByText(/저장하지 못하고 남아 있는 글/)).toBeDefined();
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole('button', { name: '다시 시도' }));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('처음!', { text: '처음', since: 7 });
    expect(isKept()).toBe(false);
  });

  test('goes when it is discarded, by the mouse or by keys alone', async () => {
    for (const discard of ['mouse', 'keys']) {
      await left();
      const onSave = vi.fn(() => Promise.resolve());
      const { user, unmount } = drawKept(onSave);
      const button = screen.getByRole('button', { name: '버리기' });
      if (discard === 'mouse') await user.click(button);
      else await user.keyboard('{Tab}{Tab}{Tab}{Enter}');
      expect(onSave).not.toHaveBeenCalled();
      expect(screen.getByRole('button', { name: /^제목/ }).textContent).toBe('처음');
      expect(isKept()).toBe(false);
      unmount();
    }
  });

  test('is not sent by passing through the field', async () => {
    await left();
    const onSave = vi.fn(() => Promise.resolve());
    const { user } = drawKept(onSave);
    await user.keyboard('{Tab}{Tab}{Tab}{Tab}');
    expect(onSave).not.toHaveBeenCalled();
  });

  test('is not asked for again when it had arrived after all', async () => {
    await left();
    drawKept(offline, '처음!');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('stays until it is decided, where a colleague wrote too', async () => {
    await left(() => Promise.resolve(false));
    expect(isKept()).toBe(true);
  });
});
