// Keeps the directory as a fresh answer would be: people by name, former ones too, and teams by name.
import type { LiveHandlers } from '#client/live/live-types.ts';
import type { PersonItem } from '#server/people/people.schema.ts';
import type { TeamItem } from '#server/teams/teams.schema.ts';

type Named = { id: string; name: string; version: number };

export const peopleLive: Pick<LiveHandlers, 'people.list' | 'people.get' | 'teams.list'> = {
  'people.list': (answer, event) => {
    if (event.kind !== 'person.created' && event.kind !== 'person.changed') return answer;
    return event.gone === true ? answer : withItem(answer, event.data as PersonItem);
  },

  'people.get': (answer, event) => {
    if (event.kind !== 'person.changed' || event.id !== answer.item.id) return answer;
    if (event.gone === true || event.version <= answer.item.version) return answer;
    return { ...answer, item: event.data as PersonItem };
  },

  'teams.list': (answer, event) => {
    if (event.feature !== 'teams') return answer;
    if (event.gone === true) return withoutItem(answer, event.id);
    return withItem(answer, event.data as TeamItem);
  },
};

function withItem<Item extends Named, Answer extends { items: Item[] }>(
  answer: Answer,
  item: Item,
): Answer {
  const known = answer.items.find((other) => other.id === item.id);
  if (known !== undefined && known.version >= item.version) return answer;
  const others = answer.items.filter((other) => other.id !== item.id);
  const at = others.findIndex((other) => comesBefore(item, other));
  const items = at === -1 ? [...others, item] : others.toSpliced(at, 0, item);
  return { ...answer, items };
}

function withoutItem<Answer extends { items: Named[] }>(answer: Answer, id: string): Answer {
  const items = answer.items.filter((item) => item.id !== id);
  return items.length === answer.items.length ? answer : { ...answer, items };
}

/** By name, then id, code unit by code unit: as both databases sort them. */
function comesBefore(a: Named, b: Named): boolean {
  return a.name === b.name ? a.id < b.id : a.name < b.name;
}
