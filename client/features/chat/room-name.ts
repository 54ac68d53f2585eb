import type { TFunction } from 'i18next';
import type { Person, Team } from '#client/ui/people.ts';
import type { RoomEventData } from '#server/chat/chat.schema.ts';

type Names = {
  viewerId: string;
  personOf: (id: string) => Person | undefined;
  teamOf: (id: string) => Team | undefined;
  t: TFunction<readonly ['chat', 'common']>;
};

const NAMED = 3;

/** A room without a title is called by its team, or by the people in it other than oneself. */
export function roomName(
  room: Pick<RoomEventData, 'kind' | 'title' | 'teamId' | 'memberIds'>,
  { viewerId, personOf, teamOf, t }: Names,
): string {
  if (room.title !== null) return room.title;
  if (room.kind === 'team') return teamOf(room.teamId ?? '')?.name ?? t('teamRoom');
  const names = othersIn(room, viewerId)
    .map((id) => personOf(id)?.name ?? t('common:unknownPerson'))
    .toSorted((a, b) => a.localeCompare(b, 'ko'));
  if (names.length === 0) return t('onlyMe');
  const shown = names.slice(0, NAMED).join(', ');
  return names.length <= NAMED ? shown : t('andMore', { names: shown, more: names.length - NAMED });
}

export function othersIn(room: { memberIds: readonly string[] }, viewerId: string): string[] {
  return room.memberIds.filter((id) => id !== viewerId);
}
