import { fireEvent, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { calledIn } from '#client/ui/called.ts';
import { MentionField } from '#client/ui/mention-field.tsx';
import { renderApp } from '#tests/support/render.tsx';

const people = [
  { id: 'minsu', name: '김민수' },
  { id: 'seoyeon', name: '이서연' },
  { id: 'jiyoung', name: '박지영' },
];

type Props = { onSend: (text: string) => void; enterSends?: boolean };

function Field({ onSend, enterSends = true }: Props) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <MentionField
      field={field}
      label="메시지"
      placeholder=""
      value={text}
      onChange={setText}
      people={people}
      everybody="모두"
      enterSends={enterSends}
      onSend={onSend}
    />
  );
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '메시지' });
/** Without the initials on their faces. */
const names = () =>
  screen
    .queryAllByRole('option')
    .map(({ textContent }) => textContent.replace(/^(?:민수|서연|지영)/, ''));
const chosen = () => {
  const id = field().getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
};

test('an @ at the start or after a space offers everybody, and names narrow it', async () => {
  const { user } = renderApp(<Field onSend={vi.fn()} />);
  await user.type(field(), 'a@');
  expect(names()).toEqual([]);
  await user.type(field(), ' @');
  expect(names()).toEqual(['김민수기획팀', '이서연영업팀', '박지영기획팀', '모두여기 있는 모두']);
  for (const [typed, found] of [
    ['ㅇㅅㅇ', '이서연영업팀'],
    ['{Backspace}{Backspace}{Backspace}박', '박지영기획팀'],
    ['ㅈ', '박지영기획팀'],
    ['{Backspace}{Backspace}지', '박지영기획팀'],
  ] as const) {
    await user.type(field(), typed);
    expect(names()).toEqual([found]);
  }
});

test('arrows move, Enter takes the name and sends nothing, the next Enter sends', async () => {
  const onSend = vi.fn();
  const { user } = renderApp(<Field onSend={onSend} />);
  await user.type(field(), '@');
  expect(chosen()).toContain('김민수');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toContain('박지영');
  await user.keyboard('{Enter}');
  expect(field().value).toBe('@박지영 ');
  expect(names()).toEqual([]);
  expect(onSend).not.toHaveBeenCalled();
  await user.keyboard('봐 주세요{Enter}');
  expect(onSend).toHaveBeenCalledWith('@박지영 봐 주세요');
});

test('Tab and the mouse take a name too; Esc closes the list until the next @', async () => {
  const { user } = renderApp(<Field onSend={vi.fn()} />);
  await user.type(field(), '@모');
  await user.keyboard('{Tab}');
  expect(field().value).toBe('@모두 ');
  await user.keyboard('@서');
  await user.click(screen.getByRole('option'));
  expect(field().value).toBe('@모두 @이서연 ');
  expect(document.activeElement).toBe(field());
  await user.keyboard('@');
  expect(names()).toHaveLength(4);
  await user.keyboard('{Escape}김');
  expect(names()).toEqual([]);
  await user.keyboard(' @');
  expect(names()).toHaveLength(4);
});

test('one Enter finishes the syllable that is being composed and takes the name', async () => {
  const onSend = vi.fn();
  const { user } = renderApp(<Field onSend={onSend} />);
  await user.type(field(), '@김미');
  expect(names()).toEqual(['김민수기획팀']);
  const enter = { key: 'Enter', code: 'Enter' };
  fireEvent.compositionStart(field());
  fireEvent.keyDown(field(), { ...enter, isComposing: true });
  const end = new Event('compositionend', { bubbles: true, cancelable: true });
  fireEvent(field(), Object.assign(end, { data: '미' }));
  fireEvent.keyDown(field(), enter);
  fireEvent.keyUp(field(), enter);
  expect(field().value).toBe('@김민수 ');
  expect(onSend).not.toHaveBeenCalled();
});

test('turned round, Enter breaks the line, Ctrl+Enter sends, and a name is still taken by Enter', async () => {
  const onSend = vi.fn();
  const { user } = renderApp(<Field onSend={onSend} enterSends={false} />);
  await user.type(field(), '@민{Enter}네{Enter}네');
  expect(field().value).toBe('@김민수 네\n네');
  expect(onSend).not.toHaveBeenCalled();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onSend).toHaveBeenCalledTimes(1);
});

test.each([
  ['@김민수님 봐 주세요', ['minsu'], false],
  ['(@이서연) @모두', ['seoyeon'], true],
  ['@all hands', [], true],
  ['minsu@all.com', [], false],
  ['@allegro', [], false],
  ['김민수 봐 주세요', [], false],
])('%s calls %j', (text, mentionIds, mentionsAll) => {
  expect(calledIn(text, people)).toEqual({ mentionIds, mentionsAll });
});
