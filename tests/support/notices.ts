// Notices as tests look at them.
import { newId } from '#server/new-id.ts';
import type { SendInput } from '#server/chat/chat.schema.ts';
import type { TestApp } from './test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** `author` says something that may call others. */
export async function sayTo(
  author: Person,
  roomId: string,
  more: Partial<
    Pick<SendInput, 'body' | 'replyToId' | 'mentionIds' | 'mentionsAll' | 'isUrgent'>
  > = {},
) {
  const { item } = await author.call.chat.send({ id: newId(), roomId, body: '봐 주세요', ...more });
  return item;
}

/** Newest first: what each tells, and whether it is still unread. */
export async function noticesOf({ call }: Person) {
  const { items } = await call.notifications.list({ limit: 200 });
  return items.map(({ id, kind, readAt }) => ({ id, kind, isUnread: readAt === null }));
}
