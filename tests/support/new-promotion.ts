import { newId } from '#server/new-id.ts';

type Given = {
  id?: string;
  title?: string;
  body?: string;
  category?: string;
  channels?: string[];
  startsOn?: string | null;
  endsOn?: string | null;
};

/** What somebody enters for a new promotion; the test says only what matters to it. */
export function newPromotion(given: Given = {}) {
  return { id: newId(), title: '겨울 세일', category: '할인', channels: ['매장'], ...given };
}
