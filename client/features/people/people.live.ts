// Keeps the directory as a fresh answer would be: people by name, former ones too, and teams by name.
import { compareText } from '#client/live/compare-text.ts';
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changePage } from '#client/live/pages.ts';
import type { PersonItem } from '#server/people/people.schema.ts';
import type { TeamItem } from '#server/teams/teams.schema.ts';

type Named = { id: string; name: string };
type NameKey = readonly [string, string];

/** By name, then id, as both databases sort them; all of them are on one page. */
const byName = {
  keyOf: ({ name, id }: Named): NameKey => [name, id],
  compare: ([aName, aId]: NameKey, [bName, bId]: NameKey) =>
    aName === bName ? compareText(aId, bId) : compareText(aName, bName),
  stretch: { from: null, to: null },
};

export const peopleLive: Pick<LiveHandlers, 'people.list' | 'people.get' | 'teams.list'> = {
  'people.list': (page, event) => {
    if (event.kind !== 'person.created' && event.kind !== 'person.changed') return page;
    const { id, version } = event;
    const row = event.gone === true ? null : (event.data as PersonItem);
    return changePage(page, { id, version, row, ...byName });
  },

  'people.get': (answer, event) => {
    if (event.kind !== 'person.changed' || event.id !== answer.item.id) return answer;
    if (event.gone === true || event.version <= answer.item.version) return answer;
    return { ...answer, item: event.data as PersonItem };
  },

  'teams.list': (page, event) => {
    if (event.feature !== 'teams') return page;
    const { id, version } = event;
    const row = event.gone === true ? null : (event.data as TeamItem);
    return changePage(page, { id, version, row, ...byName });
  },
};
