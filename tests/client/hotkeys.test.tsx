import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useHotkey, useHotkeys, useNamedKey } from '#client/ui/hotkeys.ts';
import { renderApp } from '#tests/support/render.tsx';

type Props = { keys: string; run: () => void; isActive?: boolean };

function Key({ keys, run, isActive = true }: Props) {
  useHotkey({ keys, label: keys, group: '여기' }, run, isActive);
  return null;
}

function NamedKey({ keys }: { keys: string }) {
  useNamedKey({ keys, label: keys, group: '여기' });
  return null;
}

function Sheet() {
  return (
    <p>
      {useHotkeys()
        .map(({ keys }) => keys)
        .join(', ')}
    </p>
  );
}

test('a key runs what the screen says, and no longer once the screen is gone', async () => {
  const run = vi.fn();
  const { user, rerender } = renderApp(<Key keys="n" run={run} />);
  await user.keyboard('n');
  rerender(<p />);
  await user.keyboard('n');
  expect(run).toHaveBeenCalledOnce();
});

test('keys one after the other, and each alone', async () => {
  const [go, alone] = [vi.fn(), vi.fn()];
  const { user } = renderApp(
    <>
      <Key keys="g t" run={go} />
      <Key keys="t" run={alone} />
    </>,
  );
  await user.keyboard('gt');
  expect([go.mock.calls.length, alone.mock.calls.length]).toEqual([1, 0]);
  await user.keyboard('t');
  expect([go.mock.calls.length, alone.mock.calls.length]).toEqual([1, 1]);
});

test('a Korean keyboard has the same keys', () => {
  const run = vi.fn();
  renderApp(<Key keys="j" run={run} />);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true }));
  expect(run).toHaveBeenCalledOnce();
});

test('no key runs while somebody writes, but ⌘K does', async () => {
  const [plain, mod] = [vi.fn(), vi.fn()];
  const { user } = renderApp(
    <>
      <input aria-label="제목" />
      <Key keys="n" run={plain} />
      <Key keys="mod+k" run={mod} />
    </>,
  );
  await user.type(screen.getByRole('textbox'), 'n');
  await user.keyboard('{Control>}k{/Control}');
  expect([plain.mock.calls.length, mod.mock.calls.length]).toEqual([0, 1]);
});

test('the newest screen’s key wins over an older one’s', async () => {
  const [list, panel] = [vi.fn(), vi.fn()];
  const { user } = renderApp(
    <>
      <Key keys="e" run={list} />
      <Key keys="e" run={panel} />
    </>,
  );
  await user.keyboard('e');
  expect([list.mock.calls.length, panel.mock.calls.length]).toEqual([0, 1]);
});

test('the sheet lists what is known here', () => {
  renderApp(
    <>
      <Key keys="n" run={() => {}} />
      <Key keys="x" run={() => {}} isActive={false} />
      <Sheet />
    </>,
  );
  expect(screen.getByText('n')).toBeDefined();
});

test('a key that is only named stands in the sheet, and takes nothing from whoever listens to it', async () => {
  const run = vi.fn();
  const { user } = renderApp(
    <>
      <Key keys="enter" run={run} />
      <NamedKey keys="enter" />
      <NamedKey keys="arrowup arrowdown" />
      <Sheet />
    </>,
  );
  expect(screen.getByText('enter, enter, arrowup arrowdown')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(run).toHaveBeenCalledOnce();
});
