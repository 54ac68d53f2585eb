import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ChannelsField } from '#client/features/promotions/channels-field.tsx';
import { CopyDialog } from '#client/features/promotions/copy-dialog.tsx';
import { NewPromotionDialog } from '#client/features/promotions/new-promotion-dialog.tsx';
import { PromotionRow } from '#client/features/promotions/promotion-row.tsx';
import { promotionItem } from '#tests/support/promotion-item.ts';
import { renderApp } from '#tests/support/render.tsx';

test('a row says title, status, category, channels and days in words', () => {
  const promotion = promotionItem({ channels: ['매장', '앱'], stoppedAt: new Date() });
  renderApp(
    <ul>
      <PromotionRow promotion={promotion} hue={3} isOpen={false} onOpen={() => {}} />
    </ul>,
  );
  const row = screen.getByRole('button').textContent;
  for (const words of ['겨울 세일', '중지', '할인', '매장 · 앱', '상시'])
    expect(row).toContain(words);
});

function Channels({ known }: { known: string[] }) {
  const [channels, setChannels] = useState(['매장']);
  return <ChannelsField channels={channels} known={known} onChange={setChannels} />;
}

test('a channel is taken by a press, and a new one by Enter', async () => {
  const { user } = renderApp(<Channels known={['매장', '앱']} />);
  const chosen = () =>
    screen
      .getAllByRole('button')
      .filter((button) => button.getAttribute('aria-pressed') === 'true')
      .map((button) => button.textContent);

  await user.click(screen.getByRole('button', { name: '앱' }));
  expect(chosen()).toEqual(['매장', '앱']);
  await user.click(screen.getByRole('button', { name: '매장' }));
  await user.type(screen.getByRole('textbox', { name: '채널 추가' }), '라디오{Enter}');
  expect(chosen()).toEqual(['앱', '라디오']);
});

test('a new promotion is sent as it was entered, and stays when it is refused', async () => {
  const onCreate = vi
    .fn<(promotion: unknown) => Promise<unknown>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValueOnce(undefined);
  const onClose = vi.fn();
  const counts = {
    day: '2026-11-23',
    categories: [{ name: '할인', count: 1 }],
    channels: [{ name: '매장', count: 1 }],
    statuses: { scheduled: 0, running: 1, ended: 0, stopped: 0 },
    endingSoon: 0,
  };
  const { user } = renderApp(
    <NewPromotionDialog
      isOpen
      counts={counts}
      renderWarning={() => null}
      onClose={onClose}
      onCreate={onCreate}
    />,
  );
  await user.type(screen.getByRole('textbox', { name: '제목' }), '봄맞이');
  await user.click(screen.getByRole('button', { name: '매장' }));
  const submit = screen.getByRole('button', { name: '추가하기' });
  await user.click(submit);

  expect(onCreate).toHaveBeenLastCalledWith(
    expect.objectContaining({ title: '봄맞이', category: '할인', channels: ['매장'] }),
  );
  expect(screen.getByText(/연결이 끊겼어요/)).toBeDefined();
  expect(onClose).not.toHaveBeenCalled();
  await user.click(submit);
  expect(onClose).toHaveBeenCalledOnce();
});

test('a copy starts with the days of next month, and refuses days in the wrong order', async () => {
  const onCopy = vi.fn(() => Promise.resolve());
  const promotion = promotionItem({ startsOn: '2026-11-01', endsOn: '2026-11-30' });
  const { user } = renderApp(
    <CopyDialog
      promotion={promotion}
      to="month"
      renderWarning={({ startsOn }) => <p>겹침 {startsOn}</p>}
      onClose={() => {}}
      onCopy={onCopy}
    />,
  );
  const copy = screen.getByRole('button', { name: '복사하기' });
  expect(screen.getByText('겹침 2026-12-01')).toBeDefined();
  await user.click(copy);
  expect(onCopy).toHaveBeenCalledExactlyOnceWith({ startsOn: '2026-12-01', endsOn: '2026-12-31' });
  const end = screen.getByLabelText('종료일');
  await user.clear(end);
  await user.type(end, '2026-11-30');
  expect(screen.getByRole('alert').textContent).toBe('종료일이 시작일보다 빨라요.');
});
