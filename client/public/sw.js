// Haru's service worker: shows what is pushed while no page is open, puts the number on the icon, opens the place when a
// notification is clicked, and says so when there is no network. It keeps no copy of the app, so after a deploy nobody
// gets an old one.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const note = event.data?.json();
  if (note !== undefined) event.waitUntil(tell(note));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path ?? '/'));
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetch(event.request).catch(offlinePage));
});

/** A page that somebody looks at tells it by itself. */
async function tell({ tag, title, body, path, count }) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!pages.some((page) => page.visibilityState === 'visible'))
    await self.registration.showNotification(title, {
      tag,
      body,
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      renotify: true,
      data: { path },
    });
  await mark(count);
}

async function mark(count) {
  if (!('setAppBadge' in self.navigator)) return;
  const marked = count > 0 ? self.navigator.setAppBadge(count) : self.navigator.clearAppBadge();
  await marked.catch(() => undefined); // the system shows no badges
}

async function open(path) {
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (page === undefined) return await self.clients.openWindow(path);
  page.postMessage({ kind: 'open', path }, []);
  return await page.focus();
}

function offlinePage() {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(OFFLINE, { status: 503, headers });
}

const OFFLINE = `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>하루</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; text-align: center; padding: 24px; }
  h1 { font-size: 20px; margin: 0 0 8px; }
  p { margin: 0 0 16px; opacity: .75; }
  a { color: #4b50d3; font-weight: 600; }
  @media (prefers-color-scheme: dark) { a { color: #a5a9ff; } }
</style>
<h1>지금은 연결할 수 없어요</h1>
<p>인터넷이나 회사 서버에 닿지 않아요. 쓰던 글은 그대로 남아 있어요.<br>Haru cannot be reached right now. What you were writing is safe.</p>
<p><a href="">다시 시도 · Try again</a></p>
</html>`;
