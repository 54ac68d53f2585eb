// What somebody keeps for later.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLivePages } from '#client/live/use-live.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { Message } from '#server/chat/chat.schema.ts';

const PAGE = 50;

/** The last kept first. */
export function useSaved() {
  const input = { limit: PAGE };
  const query = trpc.chat.saved.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('chat.saved', input, query.data);
  return { query, items: pages?.flatMap((page) => page.items) ?? [] };
}

export function useSavedActs() {
  const t = useText('chat');
  const { client } = trpc.useUtils();
  const set = (message: Message, on: boolean) =>
    client.chat.save.mutate({ messageId: message.id, on, mutationId: newId() });

  function save(message: Message): void {
    const undo = {
      label: t('common:undo'),
      run: () => void set(message, false).catch(toastFailed),
    };
    set(message, true).then(() => toastDone(t('saved'), undo), toastFailed);
  }

  function unsave(message: Message): void {
    const undo = { label: t('common:undo'), run: () => void set(message, true).catch(toastFailed) };
    set(message, false).then(() => toastDone(t('unsaved'), undo), toastFailed);
  }

  return { save, unsave };
}
