// One new thing of minsu's for each call, of every kind that a procedure may be about.
import { expect } from 'vitest';
import { createSession } from '#server/auth/session.ts';
import { newId } from '#server/new-id.ts';
import { eventually } from './eventually.ts';
import type { Office } from './every-procedure.ts';
import { storedFile } from './stored-file.ts';
import type { TestApp } from './test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const SOON = new Date('2027-03-01T00:00:00Z');

export async function person({ app, teamId }: Office): Promise<string> {
  return (await app.person(newId(), { teamId })).id;
}

export async function task({ minsu, teamId }: Office): Promise<string> {
  const { item } = await minsu.call.tasks.create({ id: newId(), title: '견적서', teamId });
  return item.id;
}

export async function room({ minsu, jiyoung }: Office): Promise<string> {
  const id = newId();
  await minsu.call.chat.createRoom({ id, kind: 'group', memberIds: [jiyoung.id] });
  return id;
}

/** A task that came from a message and a promotion. */
export async function linkedTask(office: Office): Promise<string> {
  const { id: messageId } = await message(office);
  const links = [
    { kind: 'message' as const, id: messageId },
    { kind: 'promotion' as const, id: await promotion(office) },
  ];
  const { minsu, teamId } = office;
  return (await minsu.call.tasks.create({ id: newId(), title: '견적서', teamId, links })).item.id;
}

export async function message(office: Office): Promise<{ id: string; roomId: string }> {
  const { minsu } = office;
  const roomId = await room(office);
  const { item } = await minsu.call.chat.send({ id: newId(), roomId, body: '안녕하세요' });
  return item;
}

export async function scheduled(office: Office): Promise<string> {
  const roomId = await room(office);
  const { item } = await office.minsu.call.chat.schedule({
    id: newId(),
    roomId,
    body: '내일 봐요',
    sendAt: SOON,
  });
  return item.id;
}

/** Jiyoung calls minsu. */
export async function notice(office: Office): Promise<string> {
  const roomId = await room(office);
  const { item } = await office.jiyoung.call.chat.send({
    id: newId(),
    roomId,
    body: '@민수',
    mentionIds: [office.minsu.id],
  });
  return item.id;
}

export async function promotion({ minsu }: Office): Promise<string> {
  const id = newId();
  await minsu.call.promotions.create({ id, title: '겨울 세일', category: '할인' });
  return id;
}

export async function promotionFile(office: Office): Promise<{ id: string; fileId: string }> {
  const id = await promotion(office);
  const fileId = await storedFile(office.app, office.minsu.id);
  await office.minsu.call.promotions.attach({ id, fileIds: [fileId] });
  return { id, fileId };
}

export async function reminder({ app, minsu }: Office, afterMs = 86_400_000): Promise<string> {
  const dueAt = new Date(app.clock.now().getTime() + afterMs);
  const { item } = await minsu.call.reminders.create({ id: newId(), title: '회의', dueAt });
  return item.id;
}

export async function dueReminder(office: Office): Promise<string> {
  const id = await reminder(office, 1000);
  office.app.clock.advance(1000);
  await eventually(async () => {
    const { item } = await office.minsu.call.reminders.get({ id });
    expect(item.state).toBe('due');
  });
  return id;
}

export async function session({ db }: TestApp, { id }: Person): Promise<string> {
  const { value } = await db.write({ actorId: id }, (tx) =>
    createSession(tx, id, { userAgent: 'test', address: '127.0.0.1' }),
  );
  return value.id;
}

export async function savedView({ minsu }: Office): Promise<string> {
  const view = { id: newId(), screen: 'tasks', name: '급한 일', query: 'mine=true' } as const;
  return (await minsu.call.views.create(view)).item.id;
}

export async function token({ call }: Person): Promise<string> {
  const { item } = await call.tokens.create({ name: 'script', scope: 'read', expiresInDays: 1 });
  return item.id;
}
