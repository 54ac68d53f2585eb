// What people do with messages: shown at once, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { now } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { withReaction } from './message-reaction.ts';

export type Edited = Pick<Message, 'body' | 'mentionIds' | 'mentionsAll'>;

export function useMessageActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  /** `since`: the version the person saw when they began to change it. */
  function editMessage(message: Message, edited: Edited, since = message.version) {
    return act({
      provisional: [changed('message.edited', message, { ...edited, editedAt: now() })],
      send: (mutationId) =>
        client.chat.edit.mutate({ id: message.id, version: since, ...edited, mutationId }),
    });
  }

  function removeMessage(message: Message) {
    const empty = { body: '', replyTo: null, files: [], reactions: [], mentionIds: [] };
    const change = { ...empty, pinnedAt: null, pinnedById: null, removedAt: now() };
    return act({
      provisional: [changed('message.removed', message, change)],
      send: (mutationId) => client.chat.remove.mutate({ id: message.id, mutationId }),
    });
  }

  function react(message: Message, emoji: string) {
    const mine = message.reactions.find((each) => each.emoji === emoji);
    const on = mine?.userIds.includes(viewer.id) !== true;
    const reactions = withReaction(message.reactions, { emoji, on, userId: viewer.id });
    return act({
      provisional: [changed('message.reacted', message, { reactions })],
      send: (mutationId) => client.chat.react.mutate({ id: message.id, emoji, on, mutationId }),
    });
  }

  function pin(message: Message, on: boolean) {
    const pinned = on
      ? { pinnedAt: now(), pinnedById: viewer.id }
      : { pinnedAt: null, pinnedById: null };
    return act({
      provisional: [changed('message.pinned', message, pinned)],
      send: (mutationId) => client.chat.pin.mutate({ id: message.id, on, mutationId }),
    });
  }

  function markUnread(message: Message) {
    const { roomId, no } = message;
    return client.chat.markUnread.mutate({ roomId, no, mutationId: newId() });
  }

  return { editMessage, removeMessage, react, pin, markUnread };
}

function changed(kind: string, message: Message, change: Partial<Message>): Provisional {
  const data = { ...message, ...change, version: message.version + 1 };
  return { feature: 'chat', kind, id: message.id, data };
}
