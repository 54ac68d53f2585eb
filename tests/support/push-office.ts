// An office where jiyoung has a phone that is told while she has no page open.
//   await using office = await openPushOffice();
import { expect } from 'vitest';
import { pushOutbox } from '#db/schema/notifications.ts';
import { sessions } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { eventually } from './eventually.ts';
import { type PushBrowser, pushService } from './push-service.ts';
import { type TestApp, testApp } from './test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

export const SECONDS = 1_000;

export async function openPushOffice() {
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

export function addressOf({ endpoint, publicKey, authSecret }: PushBrowser) {
  return { endpoint, publicKey, authSecret };
}

/** A stored session under the id this person's calls bear. */
export async function signedIn(app: TestApp, person: Person): Promise<string> {
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

export const waiting = (app: TestApp) => app.db.read((tx) => tx.select().from(pushOutbox));

/** It has been put in, and its time has come. */
export async function afterAWhile(app: TestApp, ms = 3 * SECONDS) {
  await app.settled();
  app.clock.advance(300);
  await eventually(async () => expect(await waiting(app)).not.toEqual([]));
  app.clock.advance(ms);
}
