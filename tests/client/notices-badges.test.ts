import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Badges } from '#client/app/badges.ts';
import { waitingIn } from '#server/nav/nav.schema.ts';
import { countText, setTabCount, setTabTitle, tabTitle } from '#client/ui/tab-title.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  setTabCount(0);
});

test('the tab says how much waits before the name of the screen, and nothing when nothing does', () => {
  expect(tabTitle('할일', 0)).toBe('할일 · 하루');
  expect(tabTitle('할일', 3)).toBe('(3) 할일 · 하루');
  expect(tabTitle(null, 100)).toBe('(99+) 하루');
  expect(countText(99)).toBe('99');
});

test('the screen and the number change on their own', () => {
  setTabTitle('채팅');
  setTabCount(2);
  expect(document.title).toBe('(2) 채팅 · 하루');
  setTabTitle('할일');
  expect(document.title).toBe('(2) 할일 · 하루');
  setTabCount(0);
  expect(document.title).toBe('할일 · 하루');
});

test('what calls in a room counts once, as the message it is', () => {
  expect(waitingIn({ chat: 4, reminders: 2, otherNotices: 1 })).toBe(7);
  expect(waitingIn(undefined)).toBe(0);
});

test('the number rises when it has stood a moment, and falls at once', () => {
  const shown: number[] = [];
  const badges = new Badges((count) => shown.push(count));
  badges.set(1);
  vi.advanceTimersByTime(700);
  badges.set(0);
  vi.advanceTimersByTime(5_000);
  expect(shown.filter((count) => count > 0)).toEqual([]);
  badges.set(2);
  vi.advanceTimersByTime(800);
  expect(shown.at(-1)).toBe(2);
  badges.set(1);
  expect(shown.at(-1)).toBe(1);
  badges.close();
  expect(shown.at(-1)).toBe(0);
});
