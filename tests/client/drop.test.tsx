import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { DropMenu } from '#client/ui/drop-menu.tsx';
import { Drop } from '#client/ui/drop.tsx';
import { renderApp } from '#tests/support/render.tsx';

function drawDrop() {
  return renderApp(
    <>
      <Drop
        label="필터"
        renderButton={(props) => (
          <button {...props} type="button">
            열기
          </button>
        )}
      >
        {(close) => (
          <button type="button" onClick={close}>
            고르기
          </button>
        )}
      </Drop>
      <button type="button">다른 곳</button>
    </>,
  );
}

test('the panel opens with the focus inside and closes with Esc, giving it back', async () => {
  const { user } = drawDrop();
  const button = screen.getByRole('button', { name: '열기' });
  await user.click(button);
  expect(screen.getByRole('dialog', { name: '필터' })).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '고르기' }));
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('its button closes it again', async () => {
  const { user } = drawDrop();
  await user.click(screen.getByRole('button', { name: '열기' }));
  await user.click(screen.getByRole('button', { name: '열기' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a press elsewhere closes it and keeps the focus there', async () => {
  const { user } = drawDrop();
  await user.click(screen.getByRole('button', { name: '열기' }));
  const elsewhere = screen.getByRole('button', { name: '다른 곳' });
  await user.click(elsewhere);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(elsewhere);
});

test('choosing inside closes it when the content says so', async () => {
  const { user } = drawDrop();
  await user.click(screen.getByRole('button', { name: '열기' }));
  await user.click(screen.getByRole('button', { name: '고르기' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('arrows move through a menu, round and round, and Enter does', async () => {
  const [onFirst, onLast] = [vi.fn(), vi.fn()];
  const { user } = renderApp(
    <DropMenu
      label="메뉴"
      items={[
        { label: '고치기', onSelect: onFirst },
        { label: '삭제', onSelect: onLast, isDangerous: true },
      ]}
      renderButton={(props) => (
        <button {...props} type="button">
          더 보기
        </button>
      )}
    />,
  );
  await user.click(screen.getByRole('button', { name: '더 보기' }));
  expect(screen.getByRole('menu', { name: '메뉴' })).toBeDefined();
  await user.keyboard('{ArrowUp}{Enter}');
  expect(onLast).toHaveBeenCalledOnce();
  expect(onFirst).not.toHaveBeenCalled();
  expect(screen.queryByRole('menu')).toBeNull();
});
