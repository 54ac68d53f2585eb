import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ListState } from '#client/ui/list-state.tsx';
import { renderApp } from '#tests/support/render.tsx';

const empty = { title: '할 일이 없어요.', action: <button type="button">새 할 일</button> };
const lost = new TypeError('Failed to fetch');

function draw(
  query: { isPending: boolean; error: unknown; refetch?: () => unknown },
  isEmpty = false,
) {
  return renderApp(
    <ListState query={{ refetch: () => {}, ...query }} isEmpty={isEmpty} empty={empty}>
      <p>거래처 전화</p>
    </ListState>,
  );
}

test('on its way: a skeleton that screen readers hear of', () => {
  draw({ isPending: true, error: null });
  expect(screen.getByText('불러오는 중')).toBeDefined();
  expect(screen.queryByText('거래처 전화')).toBeNull();
});

test('empty: what will be here, and the next thing to do', () => {
  draw({ isPending: false, error: null }, true);
  expect(screen.getByText('할 일이 없어요.')).toBeDefined();
  expect(screen.getByRole('button', { name: '새 할 일' })).toBeDefined();
});

test('failed: the reason, and another try', async () => {
  const refetch = vi.fn();
  const { user } = draw({ isPending: true, error: lost, refetch });
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(refetch).toHaveBeenCalledOnce();
});

test('failed again later: what was there stays', () => {
  draw({ isPending: false, error: lost });
  expect(screen.getByText('거래처 전화')).toBeDefined();
  expect(screen.getByText(/연결이 끊겼어요/)).toBeDefined();
});
