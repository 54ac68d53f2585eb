// Messages for later: one's own, of all rooms, the soonest first.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import { now } from '#client/ui/clock.ts';
import type { ScheduledMessage } from '#server/chat/chat.schedule.schema.ts';
import type { Written } from './outgoing.ts';

export function useScheduled() {
  const query = trpc.chat.scheduled.useQuery();
  return { query, items: useLive('chat.scheduled', undefined, query.data)?.items ?? [] };
}

type Change = { body?: string; sendAt?: Date; mentionIds?: string[]; mentionsAll?: boolean };

/** All reject when they are refused. */
export function useScheduleActs() {
  const { client } = trpc.useUtils();

  /** Its id. */
  async function schedule(roomId: string, written: Written, sendAt: Date): Promise<string> {
    const { body, replyToId, mentionIds, mentionsAll } = written;
    const id = newId();
    const said = { body, replyToId, mentionIds, mentionsAll };
    await client.chat.schedule.mutate({ id, roomId, ...said, sendAt, mutationId: id });
    return id;
  }
  async function change({ id, version }: ScheduledMessage, patch: Change): Promise<void> {
    await client.chat.updateScheduled.mutate({ id, version, ...patch, mutationId: newId() });
  }
  async function sendNow(item: ScheduledMessage): Promise<void> {
    await change(item, { sendAt: new Date(now().getTime() - 1_000) });
  }
  async function cancel(id: string): Promise<void> {
    await client.chat.cancelScheduled.mutate({ id, mutationId: newId() });
  }
  return { schedule, change, sendNow, cancel };
}
