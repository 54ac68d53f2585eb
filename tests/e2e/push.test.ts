// Haru as an app that was installed: it is told things while it is closed, and never stays behind after a deploy.
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushSubscriptions } from '#db/schema/notifications.ts';
import { createRoom } from '#server/chat/chat.create.ts';
import { createRoomInput, sendInput } from '#server/chat/chat.schema.ts';
import { sendMessage } from '#server/chat/chat.send.ts';
import { newId } from '#server/new-id.ts';
import { openDesk, startBrowser } from '#tests/support/browser.ts';
import { pushService, type PushBrowser } from '#tests/support/push-service.ts';
import { servedApp, type ServedApp, type SignedInPerson } from '#tests/support/served-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Whoever closes a page is away a few seconds later, and is pushed to a few after that. */
const LONG = { timeout: 15_000 };

/** This Chromium shows neither notifications nor numbers on icons: its worker writes down what it would show. */
const WRITES_DOWN = `
self.registration.showNotification = async (title, { tag, body, data }) => {
  const shown = await caches.open('shown');
  await shown.put('/shown', Response.json({ title, tag, body, path: data.path }));
};
self.navigator.setAppBadge = async (count) => {
  const shown = await caches.open('shown');
  await shown.put('/count', Response.json(count));
};`;

/** An office that serves a copy of the built pages, and somebody's desk in it. */
async function openOffice(options: Parameters<typeof servedApp>[0] = {}) {
  const pages = await mkdtemp(join(tmpdir(), 'haru-pages-'));
  await cp(resolve('dist/client'), pages, { recursive: true });
  await appendFile(join(pages, 'sw.js'), WRITES_DOWN);
  for (const packed of ['br', 'gz']) await rm(join(pages, `sw.js.${packed}`), { force: true });
  const app = await servedApp({ ...options, pagesFolder: pages });
  const desk = await openDesk(browser, { baseURL: app.origin });
  return {
    app,
    desk,
    pages,
    async [Symbol.asyncDispose]() {
      await desk.close();
      await app[Symbol.asyncDispose]();
      await rm(pages, { recursive: true, force: true });
    },
  };
}

async function signIn(app: ServedApp, desk: BrowserContext, username: string) {
  const person = await app.signedIn(username);
  const [name = '', value = ''] = person.cookie.split('=');
  await desk.addCookies([{ name, value, url: app.origin }]);
  const page = await desk.newPage();
  await page.goto('/settings');
  return { person, page };
}

async function workerOf(page: Page): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [worker] = page.context().serviceWorkers();
  if (worker === undefined) throw new Error('there is no service worker');
  return worker;
}

/** This Chromium knows no push service and asks for no permission: it is given both. */
async function subscribesAs(
  desk: BrowserContext,
  { endpoint, publicKey, authSecret }: PushBrowser,
) {
  await desk.addInitScript(
    (toJSON) => {
      Object.defineProperty(Notification, 'permission', { value: 'granted' });
      Notification.requestPermission = () => Promise.resolve('granted');
      const subscription = { endpoint: toJSON.endpoint, toJSON: () => toJSON };
      PushManager.prototype.getSubscription = () => Promise.resolve(null);
      PushManager.prototype.subscribe = () =>
        Promise.resolve(subscription as unknown as PushSubscription);
    },
    { endpoint, keys: { p256dh: publicKey, auth: authSecret } },
  );
}

function shownIn(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const read = async (name: string) => (await caches.match(name))?.json();
    return { note: await read('/shown'), count: await read('/count') };
  });
}

/** In the room of the two, which is made for it. */
async function say(app: ServedApp, from: SignedInPerson, to: SignedInPerson): Promise<string> {
  const { deps } = app;
  const room = { id: newId(), kind: 'direct', memberIds: [to.viewer.id] };
  const { item } = await createRoom(deps, from.viewer, createRoomInput.parse(room));
  const said = { id: newId(), roomId: item.id, body: '점심 같이 드실래요?' };
  await sendMessage(deps, from.viewer, sendInput.parse(said));
  return item.id;
}

/** Of this office, as the browser counts them. */
async function registrationOf(desk: BrowserContext, origin: string) {
  const devtools = await desk.newCDPSession(await desk.newPage());
  const found = new Promise<string>((resolveId) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (mine !== undefined) resolveId(mine.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await found;
  return (data: string) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
}

test('who closed the page is told by a notification that leads to the message', async () => {
  await using service = await pushService();
  await using office = await openOffice({ isPushService: service.isPushService });
  const { app, desk } = office;
  const phone = service.browser('phone');
  await subscribesAs(desk, phone);
  const { person: jiyoung, page } = await signIn(app, desk, 'jiyoung');
  const minsu = await app.signedIn('minsu');
  await page.getByRole('radiogroup', { name: '닫혀 있을 때도' }).getByText('켜기').click();
  await expect.poll(() => browsersKnown(app)).toBe(1);
  await workerOf(page);
  const deliver = await registrationOf(desk, app.origin);
  await page.close();
  const { presence } = app.deps;
  await expect.poll(() => presence.stateOf(jiyoung.viewer.id), LONG).toBe('offline');
  const roomId = await say(app, minsu, jiyoung);
  await expect.poll(() => phone.notes(), LONG).toHaveLength(1);
  await deliver(JSON.stringify(phone.notes()[0]));
  const path = `/chat/${roomId}?no=1#here`;
  const again = await desk.newPage();
  await again.goto('/icon.svg');
  await expect
    .poll(() => shownIn(again))
    .toEqual({
      note: { title: 'minsu', body: '점심 같이 드실래요?', tag: roomId, path },
      count: 1,
    });

  await again.goto('/settings');
  const worker = await workerOf(again);
  // As a click does; the page listens a moment after it is there.
  const click = async () => {
    await worker.evaluate(openIn, path);
    return new URL(again.url()).pathname;
  };
  await expect.poll(click).toBe(`/chat/${roomId}`);
  await again.getByRole('log').getByText('점심 같이 드실래요?').waitFor();
});

test('after a deploy the next page is the new one, and without a network there is a kind word', async () => {
  await using office = await openOffice();
  const { app, desk, pages } = office;
  const { page } = await signIn(app, desk, 'jiyoung');
  await workerOf(page);
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const file = join(pages, 'index.html');
  await rm(`${file}.br`, { force: true });
  await rm(`${file}.gz`, { force: true });
  const built = await readFile(file, 'utf8');
  await writeFile(file, built.replace('<html ', '<html data-deployed="second" '));
  await page.reload();
  expect(await page.locator('html').getAttribute('data-deployed')).toBe('second');

  await desk.setOffline(true);
  await page.goto('/tasks').catch(() => undefined);
  await page.getByRole('heading', { name: '지금은 연결할 수 없어요' }).waitFor();
  await desk.setOffline(false);
  await page.getByRole('link', { name: /다시 시도/ }).click();
  await page.locator('#content').waitFor();
});

test('Haru can be installed: a name, icons and a place to start', async () => {
  await using office = await openOffice();
  const { app, desk } = office;
  const { page } = await signIn(app, desk, 'jiyoung');
  const devtools = await desk.newCDPSession(page);
  const { errors, url } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${app.origin}/manifest.webmanifest`);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
});

/** Runs in the worker. */
async function openIn(path: string): Promise<void> {
  type Tab = { postMessage(message: object, transfer: []): void };
  const { clients } = self as unknown as { clients: { matchAll(): Promise<Tab[]> } };
  for (const tab of await clients.matchAll()) tab.postMessage({ kind: 'open', path }, []);
}

async function browsersKnown({ deps }: ServedApp): Promise<number> {
  const rows = await deps.db.read((tx) =>
    tx.select({ id: pushSubscriptions.id }).from(pushSubscriptions),
  );
  return rows.length;
}
