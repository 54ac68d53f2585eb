import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { renderApp } from '#tests/support/render.tsx';

function Members({ onClose }: { onClose: () => void }) {
  const [isThere, setThere] = useState(true);
  return (
    <SideSheet title="대화방 정보" isOpen onClose={onClose}>
      {isThere && (
        <button type="button" onClick={() => setThere(false)}>
          내보내기
        </button>
      )}
      <input aria-label="찾기" />
    </SideSheet>
  );
}

test('Esc closes a sheet once, also after the row that had the focus is gone', async () => {
  const onClose = vi.fn<() => void>();
  const { user } = renderApp(<Members onClose={onClose} />);
  const button = await screen.findByRole('button', { name: '내보내기' });
  await user.click(button);
  expect(document.activeElement).toBe(document.body);
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  screen.getByRole('textbox', { name: '찾기' }).focus();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});
