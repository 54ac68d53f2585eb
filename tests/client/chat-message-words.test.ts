// What the screen makes of a message before the server answers, and what a message is called elsewhere.
import { expect, test } from 'vitest';
import { mentionsOf } from '#client/features/chat/called.ts';
import { withReaction } from '#client/features/chat/message-reaction.ts';
import { titleFrom } from '#client/features/chat/title-from.ts';

const [minsu, jiyoung] = ['minsu', 'jiyoung'];

test('reactions keep the order in which they came, and those nobody gives any more go', () => {
  const thumbs = withReaction([], { emoji: '👍', on: true, userId: minsu });
  const both = withReaction(thumbs, { emoji: '🎉', on: true, userId: jiyoung });
  const joined = withReaction(both, { emoji: '👍', on: true, userId: jiyoung });
  expect(joined).toEqual([
    { emoji: '👍', userIds: [minsu, jiyoung] },
    { emoji: '🎉', userIds: [jiyoung] },
  ]);
  const left = withReaction(joined, { emoji: '🎉', on: false, userId: jiyoung });
  expect(left).toEqual([{ emoji: '👍', userIds: [minsu, jiyoung] }]);
  expect(withReaction(left, { emoji: '👍', on: true, userId: minsu })).toEqual([
    { emoji: '👍', userIds: [jiyoung, minsu] },
  ]);
});

test('a message is called after its first line, without markup and not too long', () => {
  const called = (body: string, longest = 40) => titleFrom({ body, files: [] }, longest, '메시지');
  expect(called('**견적서** 보내기\n금요일까지')).toBe('견적서 보내기');
  expect(called('\n- 하나\n- 둘')).toBe('하나');
  expect(called('')).toBe('메시지');
  expect(called('가나다라마바사', 5)).toBe('가나다라…');
  expect(called('가나다👍라마', 5)).toBe('가나다…');
});

test('one’s own name stands out when somebody else calls it', () => {
  const personOf = (id: string) => ({ id, name: id }) as never;
  const called = { mentionIds: [minsu, jiyoung], mentionsAll: true };
  const seen = (authorId: string) =>
    mentionsOf(called, { viewerId: minsu, authorId, personOf }).flatMap(({ name, isMe }) =>
      isMe ? [name] : [],
    );
  expect(seen(jiyoung)).toEqual([minsu, '모두', 'all']);
  expect(seen(minsu)).toEqual([]);
});
