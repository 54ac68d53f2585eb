import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { forgetDrafts, useDraft } from '#client/ui/use-draft.ts';
import { ViewerContext } from '#client/ui/viewer.ts';
import { minsu, renderApp } from '#tests/support/render.tsx';

beforeEach(() => localStorage.clear());

function Composer({ place }: { place: string }) {
  const { text, setText, clear } = useDraft(place);
  return (
    <>
      <input aria-label="메시지" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={clear}>
        보냄
      </button>
    </>
  );
}

function written(): string {
  return screen.getByRole<HTMLInputElement>('textbox').value;
}

test('what was being written is there again after a reload', async () => {
  const first = renderApp(<Composer place="chat:1" />);
  await first.user.type(screen.getByRole('textbox'), '곧 갈게요');
  first.unmount();
  renderApp(<Composer place="chat:1" />);
  expect(written()).toBe('곧 갈게요');
});

test('every place has its own draft', async () => {
  const { user, rerender } = renderApp(<Composer place="chat:1" />);
  await user.type(screen.getByRole('textbox'), '하나');
  rerender(<Composer place="chat:2" />);
  expect(written()).toBe('');
  await user.type(screen.getByRole('textbox'), '둘');
  rerender(<Composer place="chat:1" />);
  expect(written()).toBe('하나');
});

test('what was sent is forgotten', async () => {
  const { user, unmount } = renderApp(<Composer place="chat:1" />);
  await user.type(screen.getByRole('textbox'), '보낼 말');
  await user.click(screen.getByRole('button', { name: '보냄' }));
  expect(written()).toBe('');
  unmount();
  renderApp(<Composer place="chat:1" />);
  expect(written()).toBe('');
});

test('whoever signs in next in this browser finds nobody else’s draft', async () => {
  const first = renderApp(<Composer place="chat:1" />);
  await first.user.type(screen.getByRole('textbox'), '비밀');
  first.unmount();
  renderApp(
    <ViewerContext value={{ ...minsu, id: 'seoyeon' }}>
      <Composer place="chat:1" />
    </ViewerContext>,
  );
  expect(written()).toBe('');
});

test('signing out forgets every draft and nothing else', () => {
  localStorage.setItem('haru.draft.minsu.chat:1', '비밀');
  localStorage.setItem('haru.locale', 'ko');
  forgetDrafts();
  expect(Object.keys(localStorage)).toEqual(['haru.locale']);
});
