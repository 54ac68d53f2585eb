// Pushes to browsers that have no page open, held against a service that decrypts them as a browser would.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type NewPush, putPushes } from '#db/push-outbox.ts';
import { pushSubscriptions } from '#db/schema/notifications.ts';
import { sessions } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { isPushService } from '#server/push/push-services.ts';
import { eventually } from '#tests/support/eventually.ts';
import {
  addressOf,
  afterAWhile,
  openPushOffice,
  SECONDS,
  signedIn,
  waiting,
} from '#tests/support/push-office.ts';
import { senderOf } from '#tests/support/push-service.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a message reaches a closed browser, encrypted for it and signed by the office', async () => {
  await using office = await openPushOffice();
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

test('a reminder that falls due is pushed once, however many processes look', async () => {
  await using office = await openPushOffice();
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
  await using office = await openPushOffice();
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
  await using office = await openPushOffice();
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
  await using office = await openPushOffice();
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

test('keys that are no keys cost the browser that sent them its push, and nobody else time', async () => {
  await using office = await openPushOffice();
  const { app, jiyoung, phone, say } = office;
  await jiyoung.call.push.subscribe({ ...addressOf(phone), publicKey: 'B'.repeat(87) });
  await say('못 읽는 브라우저');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
});

test('a session has one browser: the address it gave last', async () => {
  await using office = await openPushOffice();
  const { app, service, jiyoung } = office;
  const laptop = service.browser('laptop');
  await jiyoung.call.push.subscribe(addressOf(laptop));
  const known = await app.db.read((tx) =>
    tx.select({ endpoint: pushSubscriptions.endpoint }).from(pushSubscriptions),
  );
  expect(known).toEqual([{ endpoint: laptop.endpoint }]);
});

test('however many pushes a moment brings, they are put in together', async () => {
  await using office = await openPushOffice();
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
