import { expect, test } from 'vitest';
import { messageRows } from '#client/features/chat/message-rows.ts';
import type { Unsent } from '#client/features/chat/outbox.ts';
import { unreadNumber } from '#client/features/chat/unread-number.ts';
import type { Message, RoomMember } from '#server/chat/chat.schema.ts';

function message(no: number, authorId: string, at: string): Message {
  return {
    id: `m${no}`,
    roomId: 'room',
    no,
    authorId,
    body: `${no}번`,
    replyTo: null,
    mentionIds: [],
    mentionsAll: false,
    isUrgent: false,
    files: [],
    forwardedFromId: null,
    reactions: [],
    editedAt: null,
    removedAt: null,
    pinnedAt: null,
    pinnedById: null,
    createdAt: new Date(at),
    version: 1,
  };
}

function unsent(id: string, state: Unsent['state']): Unsent {
  const at = new Date('2026-11-23T01:01:30Z');
  const rest = {
    replyToId: null,
    replyTo: null,
    mentionIds: [],
    mentionsAll: false,
    isUrgent: false,
    files: [],
    error: null,
  };
  return { id, roomId: 'room', body: '가는 중', at, state, ...rest };
}

const options = { lineNo: null, hasBefore: false, viewerId: 'me' };

test('what one person says within a minute stands together', () => {
  const rows = messageRows(
    [
      message(1, 'ana', '2026-11-23T01:00:01Z'),
      message(2, 'ana', '2026-11-23T01:00:59Z'),
      message(3, 'ana', '2026-11-23T01:01:00Z'),
      message(4, 'ben', '2026-11-23T01:01:01Z'),
    ],
    [],
    options,
  );
  expect(rows.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ]);
});

test('a day begins where it begins in Seoul', () => {
  const night = [
    message(1, 'ana', '2026-11-22T14:59:59Z'),
    message(2, 'ana', '2026-11-22T15:00:00Z'),
  ];
  expect(messageRows(night, [], options).map((row) => row.day)).toEqual([
    '2026-11-22',
    '2026-11-23',
  ]);
});

test('the oldest message that is loaded waits for what it follows, so that nothing moves later', () => {
  const talk = [1, 2, 3].map((no) => message(no, 'ana', `2026-11-23T01:00:0${no}Z`));
  const [, ...later] = messageRows(talk, [], options);
  expect(messageRows(talk.slice(1), [], { ...options, hasBefore: true })).toEqual(later.slice(1));
});

test('the line stands above the first new message of others', () => {
  const talk = [
    message(1, 'ana', '2026-11-23T01:00:01Z'),
    message(2, 'ana', '2026-11-23T01:00:02Z'),
    message(3, 'ana', '2026-11-23T01:00:03Z'),
  ];
  const lineAt = (lineNo: number | null) =>
    messageRows(talk, [], { ...options, lineNo }).findIndex((row) => row.isAfterLine);
  expect([lineAt(null), lineAt(1), lineAt(2), lineAt(3), lineAt(0)]).toEqual([-1, 1, 2, -1, -1]);
  const [, second] = messageRows(talk, [], { ...options, lineNo: 1 });
  expect(second?.isFirst).toBe(true);
});

test('what is on its way stands at the end, once', () => {
  const talk = [message(1, 'me', '2026-11-23T01:01:01Z')];
  const rows = messageRows(talk, [unsent('m1', 'sent'), unsent('m2', 'sending')], options);
  expect(rows.map((row) => row.id)).toEqual(['m1', 'm2']);
  expect(rows.map((row) => row.isLast)).toEqual([false, true]);
});

const member = (userId: string, readNo: number, joinedNo = 1): RoomMember => ({
  userId,
  readNo,
  joinedNo,
  seesFromNo: 1,
  isManager: false,
});

test('the number counts members of now who could have read it and have not, but not its author', () => {
  const said = { no: 5, authorId: 'ana' };
  const members = [
    member('ana', 2),
    member('ben', 4),
    member('cha', 5),
    member('dan', 5, 6),
    member('eun', 0),
  ];
  expect(unreadNumber(said, members)).toBe(2);
  expect(unreadNumber(said, [])).toBe(0);
});

test('in a room of more than a hundred nobody is counted', () => {
  const members = Array.from({ length: 101 }, (_, at) => member(`p${at}`, 0));
  expect(unreadNumber({ no: 1, authorId: 'p0' }, members)).toBe(0);
  expect(unreadNumber({ no: 1, authorId: 'p0' }, members.slice(1))).toBe(100);
});
