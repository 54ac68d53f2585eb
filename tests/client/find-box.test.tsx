import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { FindBox, type FindItem, type FindKind } from '#client/features/search/find-box.tsx';
import { renderApp } from '#tests/support/render.tsx';

type Props = { onChoose?: (title: string, inNewTab: boolean) => void; names?: string[] };

function Box({ onChoose = vi.fn(), names = ['견적서', '계약서', '회의'] }: Props) {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<FindKind>('all');
  const items = names
    .filter((name) => name.startsWith(typed))
    .map((name): FindItem => ({
      id: name,
      group: '할일',
      icon: null,
      title: name,
      href: `/tasks/${name}`,
      run: () => undefined,
    }));
  return (
    <FindBox
      typed={typed}
      onType={setTyped}
      kind={kind}
      onKind={setKind}
      items={items}
      onChoose={(item, inNewTab) => onChoose(item.id, inNewTab)}
      onClose={() => undefined}
    >
      {null}
    </FindBox>
  );
}

const ENTER = { key: 'Enter', code: 'Enter' };
const field = () => screen.getByRole('combobox', { name: '찾기' });
const chosen = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const pressed = () => screen.getByRole('button', { pressed: true }).textContent;

test('arrows, Home and End move the choice round, Enter opens it, and with Ctrl in a new tab', async () => {
  const onChoose = vi.fn();
  const { user } = renderApp(<Box onChoose={onChoose} />);
  expect(chosen()).toBe('견적서');
  await user.type(field(), '{ArrowDown}');
  expect(chosen()).toBe('계약서');
  await user.type(field(), '{End}');
  expect(chosen()).toBe('회의');
  await user.type(field(), '{ArrowDown}');
  expect(chosen()).toBe('견적서');
  await user.type(field(), '{ArrowUp}{Home}{Enter}');
  await user.type(field(), '{Control>}{Enter}{/Control}');
  expect(onChoose.mock.calls).toEqual([
    ['견적서', false],
    ['견적서', true],
  ]);
});

test('typing on chooses the best again, and nothing found opens nothing', async () => {
  const onChoose = vi.fn();
  const { user } = renderApp(<Box onChoose={onChoose} />);
  await user.type(field(), '{End}계');
  expect(chosen()).toBe('계약서');
  await user.type(field(), '없음{Enter}');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(onChoose).not.toHaveBeenCalled();
});

test('the Enter that ends a syllable opens once, with the whole of it', () => {
  const onChoose = vi.fn();
  renderApp(<Box onChoose={onChoose} />);
  fireEvent.compositionStart(field());
  fireEvent.change(field(), { target: { value: '계' } });
  fireEvent.keyDown(field(), { ...ENTER, isComposing: true });
  expect(onChoose).not.toHaveBeenCalled();
  const end = new Event('compositionend', { bubbles: true, cancelable: true });
  fireEvent(field(), Object.assign(end, { data: '계' }));
  fireEvent.keyDown(field(), ENTER);
  fireEvent.keyUp(field(), ENTER);
  expect(onChoose.mock.calls).toEqual([['계약서', false]]);
});

test('Tab narrows to the next kind, Shift+Tab to the one before, and the field keeps the keyboard', async () => {
  const { user } = renderApp(<Box />);
  await user.type(field(), '{Tab}');
  expect(pressed()).toBe('사람');
  await user.type(field(), '{Shift>}{Tab}{Tab}{/Shift}');
  expect(pressed()).toBe('명령');
  expect(field().ownerDocument.activeElement).toBe(field());
  await user.click(screen.getByRole('button', { name: '할일' }));
  expect(pressed()).toBe('할일');
  expect(field().ownerDocument.activeElement).toBe(field());
});
