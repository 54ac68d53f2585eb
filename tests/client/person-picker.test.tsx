import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { renderApp } from '#tests/support/render.tsx';

function namesShown(): string[] {
  return screen.getAllByRole('option').map((option) => option.textContent ?? '');
}

test('oneself and one’s own team come first, and those who left are not offered', () => {
  renderApp(<PersonPicker label="담당" chosenIds={[]} onToggle={() => {}} />);
  expect(namesShown()).toEqual([
    expect.stringContaining('김민수나'),
    expect.stringContaining('박지영'),
    expect.stringContaining('이서연'),
  ]);
});

test('somebody who left stays in the list while chosen', () => {
  renderApp(<PersonPicker label="담당" chosenIds={['gone']} onToggle={() => {}} />);
  expect(screen.getByRole('option', { name: /최떠남/ }).getAttribute('aria-selected')).toBe('true');
});

test('초성 find a colleague, and Enter chooses without leaving the field', async () => {
  const onToggle = vi.fn();
  const { user } = renderApp(<PersonPicker label="담당" chosenIds={[]} onToggle={onToggle} />);
  await user.type(screen.getByRole('combobox', { name: '담당' }), 'ㅇㅅㅇ');
  expect(namesShown()).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('seoyeon');
  expect(document.activeElement).toBe(screen.getByRole('combobox'));
});

test('after one choice whoever goes on typing looks for the next one', async () => {
  const onToggle = vi.fn();
  const { user } = renderApp(<PersonPicker label="담당" chosenIds={[]} onToggle={onToggle} />);
  await user.click(screen.getByRole('combobox'));
  await user.keyboard('ㅇㅅㅇ{Enter}ㅂㅈㅇ{Enter}');
  expect(onToggle.mock.calls).toEqual([['seoyeon'], ['jiyoung']]);
});

test('arrows go down and round', async () => {
  const onToggle = vi.fn();
  const { user } = renderApp(<PersonPicker label="담당" chosenIds={[]} onToggle={onToggle} />);
  await user.click(screen.getByRole('combobox'));
  await user.keyboard('{ArrowDown}{Enter}{ArrowDown}{ArrowDown}{Enter}');
  expect(onToggle.mock.calls).toEqual([['jiyoung'], ['minsu']]);
});

test('nobody can be chosen where that is allowed', async () => {
  const onClear = vi.fn();
  const { user } = renderApp(
    <PersonPicker label="담당" chosenIds={['minsu']} onToggle={() => {}} onClear={onClear} />,
  );
  await user.click(screen.getByRole('option', { name: '없음' }));
  expect(onClear).toHaveBeenCalledOnce();
});

test('it says so when nobody matches', async () => {
  const { user } = renderApp(<PersonPicker label="담당" chosenIds={[]} onToggle={() => {}} />);
  await user.type(screen.getByRole('combobox'), '없는이');
  expect(screen.getByText('그런 이름은 없어요.')).toBeDefined();
});
