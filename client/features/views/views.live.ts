// What an event does to a list of saved views. Pure; held against fresh answers in tests/live.
import { compareText } from '#client/live/compare-text.ts';
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changePage } from '#client/live/pages.ts';
import type { ViewItem } from '#server/views/views.schema.ts';

export const viewsLive: Pick<LiveHandlers, 'views.list'> = {
  'views.list': (answer, event, { input }) => {
    if (event.feature !== 'views') return answer;
    const row = event.gone ? null : (event.data as ViewItem);
    const page = changePage(
      { ...answer, nextCursor: null },
      {
        id: event.id,
        version: event.version,
        row: row?.screen === input.screen ? row : null,
        keyOf: ({ name, id }): readonly [string, string] => [name, id],
        compare: (a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]),
        stretch: { from: null, to: null },
      },
    );
    const { items } = page;
    const isSame =
      items.length === answer.items.length && items.every((item, at) => item === answer.items[at]);
    return isSame ? answer : { ...answer, items };
  },
};
