// Pushes to browsers that have no page open, held against a service that decrypts them as a browser would.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type NewPush, putPushes } from '#db/push-outbox.ts';
import { pushOutbox, pushSubscriptions } from '#db/schema/notifications.ts';
import { sessions } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { isPushService } from '#server/push/push-services.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type PushBrowser, pushService, senderOf } from '#tests/support/push-service.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const SECONDS = 1_000;

async function openOffice() {
  const service = await pushService();
  const app = await testApp({ isPushService: service.isPushService });
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const room = newId();
  await minsu.call.chat.createRoom({
    id: room,
    kind: 'direct',
    title: null,
    memberIds: [jiyoung.id],
  });
  const phone = service.browser('phone');
  const sessionId = await signedIn(app, jiyoung);
  await jiyoung.call.push.subscribe(addressOf(phone));
  return {
    service,
    app,
    minsu,
    jiyoung,
    room,
    phone,
    sessionId,
    say: (body: string) => minsu.call.chat.send({ id: newId(), roomId: room, body }),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

function addressOf({ endpoint, publicKey, authSecret }: PushBrowser) {
  return { endpoint, publicKey, authSecret };
}

/** A stored session under the id this person's calls bear. */
async function signedIn(app: TestApp, person: Person): Promise<string> {
  const id = `session-of-${person.id}`;
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.insert(sessions).values({
      id,
      personId: person.id,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + 86_400 * SECONDS),
      userAgent: 'test',
      address: '127.0.0.1',
    });
    tx.audit('test.session', { kind: 'person', id: person.id });
  });
  return id;
}

const waiting = (app: TestApp) => app.db.read((tx) => tx.select().from(pushOutbox));

/** It has been put in, and its time has come. */
async function afterAWhile(app: TestApp, ms = 3 * SECONDS) {
  await app.settled();
  app.clock.advance(300);
  await eventually(async () => expect(await waiting(app)).not.toEqual([]));
  app.clock.advance(ms);
}

test('a message reaches a closed browser, encrypted for it and signed by the office', async () => {
  await using office = await openOffice();
  const { app, service, jiyoung, phone, room, say } = office;
  const { item: message } = await say('내일 10시 회의예요');
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toEqual([
      {
        tag: room,
        title: 'minsu',
        body: '내일 10시 회의예요',
        path: `/chat/${room}?no=${message.no}#here`,
        count: 1,
      },
    ]),
  );
  const { publicKey } = await jiyoung.call.push.key();
  const [push] = service.arrived;
  expect(push?.body.includes('회의')).toBe(false);
  expect(senderOf(push?.headers ?? {}, publicKey)).toMatchObject({ aud: service.origin });
  await eventually(async () => expect(await waiting(app)).toEqual([]));
});

test('what was read or taken back within the moment is not pushed', async () => {
  await using office = await openOffice();
  const { app, jiyoung, phone, room, say } = office;
  const { item: message } = await say('읽을 말');
  await jiyoung.call.chat.markRead({ roomId: room, no: message.no });
  const { item: second } = await say('지울 말');
  await office.minsu.call.chat.remove({ id: second.id });
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
});

test('a muted room says nothing, and the author hears nothing of their own', async () => {
  await using office = await openOffice();
  const { app, service, minsu, jiyoung, phone, room, say } = office;
  await signedIn(app, minsu);
  const own = service.browser('own');
  await minsu.call.push.subscribe(addressOf(own));
  await jiyoung.call.chat.setMine({ roomId: room, muted: true });
  await say('조용한 말');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect([...phone.notes(), ...own.notes()]).toEqual([]);
});

test('a reminder that falls due is pushed once, however many processes look', async () => {
  await using office = await openOffice();
  const { app, jiyoung, phone } = office;
  await app.process();
  const dueAt = new Date(app.clock.now().getTime() + 60 * SECONDS);
  const id = newId();
  await jiyoung.call.reminders.create({ id, title: '거래처 전화', dueAt });
  app.clock.advance(60 * SECONDS);
  await eventually(async () => {
    const { item } = await jiyoung.call.reminders.get({ id });
    expect(item.state).toBe('due');
  });
  await afterAWhile(app);
  await eventually(() => expect(phone.notes()).toHaveLength(1));
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toMatchObject([
    { tag: id, title: '거래처 전화', path: `/reminders/${id}#here` },
  ]);
});

test('a service that is busy is tried again, and nothing arrives twice', async () => {
  await using office = await openOffice();
  const { app, service, phone, say } = office;
  service.answerWith(503);
  await say('안녕하세요');
  await afterAWhile(app);
  await eventually(async () => {
    const [push] = await waiting(app);
    expect(push?.sendAt.getTime()).toBeGreaterThan(app.clock.now().getTime());
    expect(service.arrived).toHaveLength(1);
  });
  service.answerWith(201);
  app.clock.advance(60 * SECONDS);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toHaveLength(2);
});

test('a browser that is gone, or whose session has ended, is forgotten', async () => {
  await using office = await openOffice();
  const { app, service, jiyoung, sessionId, say } = office;
  const known = () => app.db.read((tx) => tx.select().from(pushSubscriptions));
  service.answerWith(410);
  await say('없는 브라우저');
  await afterAWhile(app);
  await eventually(async () => expect(await known()).toEqual([]));

  service.answerWith(201);
  await jiyoung.call.push.subscribe(addressOf(service.browser('laptop')));
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, sessionId));
    tx.audit('test.session', { kind: 'person', id: jiyoung.id });
  });
  expect(await known()).toEqual([]);
  const again = jiyoung.call.push.subscribe(addressOf(service.browser('laptop')));
  await expect(again).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('a browser somebody else signs in to is theirs from then on', async () => {
  await using office = await openOffice();
  const { app, minsu, phone, say } = office;
  await signedIn(app, minsu);
  await minsu.call.push.subscribe(addressOf(phone));
  await say('지영에게만');
  await app.settled();
  app.clock.advance(10 * SECONDS);
  const owners = await app.db.read((tx) =>
    tx.select({ userId: pushSubscriptions.userId }).from(pushSubscriptions),
  );
  expect(owners).toEqual([{ userId: minsu.id }]);
  expect(await waiting(app)).toEqual([]);
  expect(phone.notes()).toEqual([]);
});

test('pushes go to the services of browsers and to no other machine', async () => {
  const allowed = [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ];
  const refused = [
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://evilpush.apple.com.example/abc',
    'https://127.0.0.1/abc',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ];
  expect(allowed.map((address) => isPushService(new URL(address)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(refused.filter((address) => isPushService(new URL(address)))).toEqual([]);
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const keys = { publicKey: 'B'.repeat(87), authSecret: 'a'.repeat(22) };
  const inside = minsu.call.push.subscribe({ endpoint: 'https://127.0.0.1/x', ...keys });
  await expect(inside).rejects.toMatchObject({ facts: { reason: 'unknown_push_service' } });
});

test('who asked for quiet is pushed nothing but what is urgent', async () => {
  await using office = await openOffice();
  const { app, jiyoung, phone, say } = office;
  const quietUntil = new Date(app.clock.now().getTime() + 3_600 * SECONDS);
  await jiyoung.call.notifications.setPreferences({ quietUntil });
  await say('조용히 지나갈 말');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
  const admin = await app.person('admin', { role: 'admin' });
  const room = newId();
  const memberIds = [jiyoung.id];
  await admin.call.chat.createRoom({ id: room, kind: 'direct', title: null, memberIds });
  await admin.call.chat.send({
    id: newId(),
    roomId: room,
    body: '서버가 멈췄어요',
    isUrgent: true,
  });
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ title: '[긴급] admin', body: '서버가 멈췄어요' }]),
  );
});

test('what is urgent between two stays urgent for the other when its words are put right', async () => {
  await using office = await openOffice();
  const { app, jiyoung, phone } = office;
  const admin = await app.person('admin', { role: 'admin' });
  const room = newId();
  const memberIds = [jiyoung.id];
  await admin.call.chat.createRoom({ id: room, kind: 'direct', title: null, memberIds });
  await jiyoung.call.chat.setMine({ roomId: room, muted: true });
  const id = newId();
  const { chat } = admin.call;
  await chat.send({ id, roomId: room, body: '서버가 멈춰써요', isUrgent: true });
  const called = { mentionIds: [], mentionsAll: false };
  const { item } = await chat.edit({ id, version: 1, body: '서버가 멈췄어요', ...called });
  expect(item).toMatchObject({ isUrgent: true, mentionsAll: true });
  const { items } = await jiyoung.call.notifications.list();
  expect(items).toMatchObject([{ id, isUrgent: true, body: '서버가 멈췄어요' }]);
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ title: '[긴급] admin', body: '서버가 멈췄어요' }]),
  );
});

test.each([
  ['ko', '챙길 일이 남아 있어요\n늦은 일 2 · 오늘 1'],
  ['en', 'Some things are still open\nLate 2 · Today 1'],
] as const)('the summary of the day is pushed with its numbers (%s)', async (locale, body) => {
  await using office = await openOffice();
  const { app, jiyoung, phone } = office;
  await jiyoung.call.people.updateProfile({ locale });
  const teamId = jiyoung.viewer.teamId ?? '';
  for (const dueOn of ['2026-11-20', '2026-11-22', '2026-11-23'])
    await jiyoung.call.tasks.create({
      id: newId(),
      title: '견적',
      teamId,
      assigneeId: jiyoung.id,
      dueOn,
    });
  await jiyoung.call.notifications.setPreferences({ summaryMinute: 10 * 60 + 30 });
  await app.settled();
  app.clock.moveTo(new Date('2026-11-23T10:30:00+09:00'));
  await eventually(async () =>
    expect((await jiyoung.call.notifications.list()).items).toHaveLength(1),
  );
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ tag: '2026-11-23', body, path: '/#now+rest' }]),
  );
});

test('keys that are no keys cost the browser that sent them its push, and nobody else time', async () => {
  await using office = await openOffice();
  const { app, jiyoung, phone, say } = office;
  await jiyoung.call.push.subscribe({ ...addressOf(phone), publicKey: 'B'.repeat(87) });
  await say('못 읽는 브라우저');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
});

test('a session has one browser: the address it gave last', async () => {
  await using office = await openOffice();
  const { app, service, jiyoung } = office;
  const laptop = service.browser('laptop');
  await jiyoung.call.push.subscribe(addressOf(laptop));
  const known = await app.db.read((tx) =>
    tx.select({ endpoint: pushSubscriptions.endpoint }).from(pushSubscriptions),
  );
  expect(known).toEqual([{ endpoint: laptop.endpoint }]);
});

test('however many pushes a moment brings, they are put in together', async () => {
  await using office = await openOffice();
  const { app } = office;
  const [browser] = await app.db.read((tx) =>
    tx.select({ id: pushSubscriptions.id }).from(pushSubscriptions),
  );
  const later = new Date(app.clock.now().getTime() + 3_600 * SECONDS);
  const push = (): NewPush => ({
    id: newId(),
    subscriptionId: browser?.id ?? '',
    payload: JSON.stringify({ kind: 'notice', id: newId() }),
    attempts: 0,
    sendAt: later,
    expiresAt: later,
  });
  const pushes = Array.from({ length: 12_000 }, push);
  expect(await putPushes(app.db, { from: null, to: 1_000_000, pushes })).toBe(true);
  expect(await waiting(app)).toHaveLength(12_000);
});
