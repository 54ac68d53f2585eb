import { expect, test } from 'vitest';
import { roomSections, roomsFor } from '#client/features/chat/room-sections.ts';
import type { Person } from '#client/ui/people.ts';
import type { RoomItem } from '#server/chat/chat.schema.ts';

const at = new Date('2026-11-23T01:00:00Z');

function room(title: string, other: Partial<RoomItem> = {}): RoomItem {
  return {
    id: title,
    kind: 'group',
    title,
    description: null,
    pictureId: null,
    history: 'all',
    archivedAt: null,
    teamId: null,
    memberIds: ['me'],
    lastMessage: null,
    activeAt: at,
    version: 1,
    createdAt: at,
    muted: false,
    pinned: false,
    notify: 'all',
    unreadFromNo: null,
    ...other,
  };
}

function person(id: string, name: string): Person {
  return { id, name, username: id, role: 'staff', teamId: null, status: 'active', version: 1 };
}

const names = (rooms: readonly RoomItem[]) => rooms.map(({ title }) => title);

test('pinned rooms stand first, each part by its latest talk; archived ones apart', () => {
  const { rooms, archived } = roomSections([
    room('점심'),
    room('공지', { pinned: true }),
    room('지난 행사', { archivedAt: at, pinned: true }),
    room('거래처'),
    room('영업', { pinned: true }),
  ]);

  expect(names(rooms)).toEqual(['공지', '영업', '점심', '거래처']);
  expect(names(archived)).toEqual(['지난 행사']);
});

test('a room is found by its name, and by anybody else in it, also by 초성', () => {
  const everybody = [person('me', '김민수'), person('jimin', '한지민'), person('woojin', '정우진')];
  const rooms = [
    room('추석 기획전', { memberIds: ['me', 'woojin'] }),
    room('점심', { memberIds: ['jimin', 'me'] }),
  ];
  const find = (typed: string) =>
    names(
      roomsFor(rooms, typed, { nameOf: ({ title }) => title ?? '', everybody, viewerId: 'me' }),
    );

  expect(find(' ')).toEqual(['추석 기획전', '점심']);
  expect(find('ㅊㅅ')).toEqual(['추석 기획전']);
  expect(find('기획')).toEqual(['추석 기획전']);
  expect(find('ㅈㅁ')).toEqual(['점심']);
  expect(find('woo')).toEqual(['추석 기획전']);
  expect(find('김민수')).toEqual([]);
});
