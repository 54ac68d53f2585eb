import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { FindOutcome } from '#client/features/search/find-outcome.tsx';
import { renderApp } from '#tests/support/render.tsx';

type Props = Partial<Parameters<typeof FindOutcome>[0]>;

function Outcome(props: Props) {
  return (
    <FindOutcome
      rows={0}
      isOnItsWay={false}
      error={null}
      onRetry={() => undefined}
      isOfLately={false}
      {...props}
    />
  );
}

const NOTHING = '찾은 것이 없어요';
const OF_LATELY = /최근 메시지에서만/;

test('when the server is away it says so beside what is known, and tries again when asked', async () => {
  const onRetry = vi.fn();
  const { user } = renderApp(<Outcome rows={4} error={new Error('away')} onRetry={onRetry} />);
  expect(screen.queryByText(NOTHING)).toBeNull();
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test('while the answer is on its way neither the last failure nor "nothing" is said', () => {
  renderApp(<Outcome isOnItsWay error={new Error('away')} isOfLately />);
  expect(screen.queryByRole('button', { name: '다시 시도' })).toBeNull();
  expect(screen.queryByText(NOTHING)).toBeNull();
  expect(screen.queryByText(OF_LATELY)).toBeNull();
});

test('nothing found says what else to try, and of one letter where it was looked for', () => {
  const { rerender } = renderApp(<Outcome />);
  expect(screen.getByText(NOTHING)).toBeDefined();
  expect(screen.queryByText(OF_LATELY)).toBeNull();
  rerender(<Outcome rows={3} isOfLately />);
  expect(screen.queryByText(NOTHING)).toBeNull();
  expect(screen.getByText(OF_LATELY)).toBeDefined();
});
