// The outbox of a browser against a server that is killed while it sends.
import { expect, test } from 'vitest';
import { Outbox } from '#client/features/chat/outbox.ts';
import { OutboxShelf } from '#client/features/chat/outbox-shelf.ts';
import { apiOf } from '#tests/support/busy-writers.ts';
import { foundCompany } from '#tests/support/company.ts';
import { testDatabase } from '#tests/support/database.ts';
import { killableServer } from '#tests/support/killable-server.ts';

const COUNT = 20;

test('a server that dies twice while 20 messages are sent has all of them, once and in order', async () => {
  await using base = await testDatabase();
  const { colleagues, roomId } = await foundCompany(base.db, 1);
  const [me] = colleagues;
  if (me === undefined) throw new Error('nobody is there');
  await using server = await killableServer(base.url);
  const api = apiOf(server.origin, me);
  const box = new Outbox(new OutboxShelf(me.viewer.id, null, 'tab'));
  const answered: string[] = [];
  let tries = 0;
  const close = box.connect(async (message) => {
    tries += 1;
    const { id, body, mentionIds, mentionsAll } = message;
    const sent = api.chat.send.mutate({
      id,
      roomId,
      body,
      mentionIds,
      mentionsAll,
      mutationId: id,
    });
    // Killed when it has the message in hand: whether it was kept, nobody knows.
    if (tries === 7 || tries === 14) void server.kill().then(() => server.restart());
    await sent;
    answered.push(body);
  });
  const bodies = Array.from({ length: COUNT }, (_, at) => `${at + 1}번째`);
  for (const body of bodies)
    box.post(
      {
        roomId,
        body,
        replyToId: null,
        replyTo: null,
        mentionIds: [],
        mentionsAll: false,
        isUrgent: false,
        files: [],
      },
      new Date(),
    );

  await expect.poll(() => answered.length, { timeout: 30_000 }).toBe(COUNT);

  close();
  expect(box.entries.every(({ state }) => state === 'sent')).toBe(true);
  const { items } = await api.chat.messages.query({ roomId });
  expect(items.map(({ no, body }) => `${no} ${body}`)).toEqual(
    bodies.map((body, at) => `${at + 1} ${body}`),
  );
  expect(tries).toBeGreaterThan(COUNT);
}, 60_000);
