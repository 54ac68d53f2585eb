import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { KeysSheet } from '#client/app/keys-sheet.tsx';
import { useNamedKey } from '#client/ui/hotkeys.ts';
import { renderApp } from '#tests/support/render.tsx';

function Screen() {
  useNamedKey({ keys: 'c', label: '할 일 추가', group: '할일' });
  useNamedKey({ keys: 'n', label: '할 일 추가', group: '할일' });
  useNamedKey({ keys: 'g t', label: '할일 화면으로', group: '어디서나' });
  return <KeysSheet onClose={() => {}} />;
}

test('two keys that do the same stand in one line, and the keys of the screen come first', async () => {
  renderApp(<Screen />);
  const sheet = await screen.findByRole('dialog', { name: '단축키' });
  const titles = within(sheet).getAllByRole('heading', { level: 3 });
  expect(titles.map((title) => title.textContent)).toEqual(['할일', '어디서나']);
  const lines = within(sheet).getAllByRole('term');
  expect(lines.map((line) => line.textContent)).toEqual(['할 일 추가', '할일 화면으로']);
  const keys = within(sheet).getAllByRole('definition');
  expect(keys.map((way) => way.textContent)).toEqual(['C', 'N', 'GT']);
});
