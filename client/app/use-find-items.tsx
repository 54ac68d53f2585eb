// The rows of ⌘K: what the page knows (people, rooms, commands) at once, the rest as the server answers. What the server
// said of the letters before stays as long as it still matches.
import { useMemo, useState } from 'react';
import { usePlaceRows } from './use-find-rows.tsx';
import type { FindItem, FindKind } from '#client/features/search/find-box.tsx';
import { hitParts } from '#client/features/search/hit-parts.ts';
import { Marked } from '#client/features/search/marked.tsx';
import { useEverywhere, useLookUp } from '#client/features/search/use-everywhere.ts';
import { useRooms } from '#client/features/chat/use-rooms.ts';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { readRecents } from '#client/ui/recents.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { searchKey } from '#server/search-key.schema.ts';
import { RANKS, rankOf, type WantedText, wantedText } from '#server/search-text.schema.ts';
import type { Command } from './command.tsx';
import { useCommands } from './use-commands.tsx';

const FEW = 5;
const MANY = 20;
const ASKED = ['task', 'reminder', 'promotion', 'message'] as const;
const NONE: [] = [];

export function useFindItems(typed: string, kind: FindKind) {
  const wanted = useMemo(() => wantedText(typed), [typed]);
  const limit = kind === 'all' ? FEW : MANY;
  const kinds = useMemo(
    () => (kind === 'all' ? [...ASKED] : ASKED.filter((asked) => asked === kind)),
    [kind],
  );
  const { found, ...state } = useEverywhere(typed, kinds, limit);
  const local = useLocal(typed, wanted, limit);
  const remembered = useRemembered(kind, wanted === null);
  const rows = usePlaceRows(typed);
  const commands = useCommandRows(typed, wanted);
  if (wanted === null)
    return {
      items: [...remembered, ...only(kind, 'command', commands.later)],
      isOfLately: false,
      ...state,
    };
  const groups = found?.groups;
  const matches = ({ title }: { title: string }) => rankOf(searchKey(title), wanted) !== null;
  const messages =
    groups?.message.map((message) => rows.message(message, found?.terms ?? [])) ?? [];
  const items: FindItem[] = [
    ...only(kind, 'command', commands.first),
    ...only(kind, 'person', local.people.map(rows.person)),
    ...only(kind, 'room', local.rooms.map(rows.room)),
    ...only(kind, 'task', (groups?.task ?? NONE).filter(matches).map(rows.task)),
    ...only(kind, 'reminder', (groups?.reminder ?? NONE).filter(matches).map(rows.reminder)),
    ...only(kind, 'promotion', (groups?.promotion ?? NONE).filter(matches).map(rows.promotion)),
    ...only(kind, 'message', messages),
    ...only(kind, 'command', commands.later),
  ];
  const isOfLately =
    kinds.includes('message') && messages.length < limit && isTooShort(found?.terms ?? []);
  return { items, isOfLately, ...state };
}

/** Nothing leads to messages by single letters: the server looks through the latest ones. */
function isTooShort(terms: readonly string[]): boolean {
  return terms.length > 0 && terms.every((term) => Array.from(term).length === 1);
}

function only(kind: FindKind, own: FindKind, items: FindItem[]): FindItem[] {
  return kind === 'all' || kind === own ? items : [];
}

/** The best first, and among equals in the order given. */
function ranked<T>(
  things: readonly T[],
  rank: (thing: T) => number | null,
): { thing: T; rank: number }[] {
  return things
    .flatMap((thing) => {
      const at = rank(thing);
      return at === null ? [] : [{ thing, rank: at }];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

function bestOf(names: string[], wanted: WantedText): number | null {
  const ranks = names.flatMap((name) => rankOf(searchKey(name), wanted) ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

function useLocal(typed: string, wanted: WantedText | null, limit: number) {
  const viewer = useViewer();
  const { everybody } = usePeople();
  const { rooms } = useRooms();
  const { nameOf } = usePlaceRows(typed);
  if (wanted === null) return { people: [], rooms: [] };
  const colleagues = everybody.filter(({ id, status }) => status === 'active' && id !== viewer.id);
  const thingsOf = <T,>(found: { thing: T }[]) => found.slice(0, limit).map(({ thing }) => thing);
  return {
    people: thingsOf(ranked(colleagues, ({ name, username }) => bestOf([name, username], wanted))),
    rooms: thingsOf(
      ranked(
        rooms.filter(({ kind }) => kind !== 'direct'), // the person is there already
        (room) => bestOf([nameOf(room)], wanted),
      ),
    ),
  };
}

/** Nothing typed: what was opened lately and is still there to be seen. */
function useRemembered(kind: FindKind, isActive: boolean): FindItem[] {
  const t = useText('find');
  const { id } = useViewer();
  const { rooms } = useRooms();
  const [recents] = useState(() => readRecents(id));
  const groups = useLookUp(recents, isActive);
  const rows = usePlaceRows('');
  if (!isActive) return [];
  const group = t('recent');
  return recents.flatMap((recent) => {
    if (kind !== 'all' && kind !== recent.kind) return [];
    const row = rowOf(recent);
    return row === null ? [] : [{ ...row, group }];
  });

  function rowOf(recent: (typeof recents)[number]): FindItem | null {
    const isIt = (thing: { id: string }) => thing.id === recent.id;
    const { task, reminder, promotion } = groups ?? { task: [], reminder: [], promotion: [] };
    const known = {
      room: () => mapped(rooms.find(isIt), rows.room),
      task: () => mapped(task.find(isIt), rows.task),
      reminder: () => mapped(reminder.find(isIt), rows.reminder),
      promotion: () => mapped(promotion.find(isIt), rows.promotion),
    };
    return known[recent.kind]();
  }
}

function mapped<T>(thing: T | undefined, row: (thing: T) => FindItem): FindItem | null {
  return thing === undefined ? null : row(thing);
}

/** Those called like that come before everything, the others after it. */
function useCommandRows(typed: string, wanted: WantedText | null) {
  const t = useText('find');
  const group = t('kinds.command');
  const toItem = ({ label, also: _also, ...command }: Command): FindItem => ({
    ...command,
    group,
    title: <Marked parts={hitParts(label, typed)} />,
  });
  const commands = useCommands();
  if (wanted === null) return { first: [], later: commands.map(toItem) };
  const found = ranked(commands, ({ label, also }) =>
    bestOf([label, also, ...also.split(' ')], wanted),
  );
  const isFirst = ({ rank }: { rank: number }) => rank <= RANKS.start;
  return {
    first: found.filter(isFirst).map(({ thing }) => toItem(thing)),
    later: found.filter((each) => !isFirst(each)).map(({ thing }) => toItem(thing)),
  };
}
