// What an event does to an answer about what is being written or to be sent later. Pure; held against fresh answers in
// tests/live/chat-writing-consistency.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { type Draft, isEmptyDraft } from '#server/chat/chat.draft.schema.ts';
import { compareScheduled, type ScheduledMessage } from '#server/chat/chat.schedule.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

export const writingLive: Pick<LiveHandlers, 'chat.drafts' | 'chat.scheduled'> = {
  'chat.drafts': (answer, event) => {
    if (!isOf(event, 'draft.changed')) return answer;
    const known = answer.items.find((item) => item.roomId === event.id);
    if (known !== undefined && event.version <= known.version) return answer;
    const others = answer.items.filter((item) => item !== known);
    const draft = event.gone === true ? null : (event.data as Draft);
    if (draft === null || isEmptyDraft(draft)) return { ...answer, items: others };
    return { ...answer, items: [...others, draft].toSorted(byRoom) };
  },

  'chat.scheduled': (answer, event) => {
    if (!isOf(event, 'scheduled.changed')) return answer;
    const known = answer.items.find((item) => item.id === event.id);
    if (known !== undefined && event.version <= known.version) return answer;
    const others = answer.items.filter((item) => item !== known);
    if (event.gone === true) return { ...answer, items: others };
    const item = event.data as ScheduledMessage;
    return { ...answer, items: [...others, item].toSorted(compareScheduled) };
  },
};

function isOf(event: ChangeEvent, kind: 'draft.changed' | 'scheduled.changed'): boolean {
  return event.feature === 'chat' && event.kind === kind;
}

function byRoom(a: Draft, b: Draft): number {
  return a.roomId < b.roomId ? -1 : 1;
}
