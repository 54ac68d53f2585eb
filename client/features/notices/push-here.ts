// Whether this browser is told things while no page of Haru is open: its service worker, and its subscription with its
// maker's push service. Wanted in this browser only; the server forgets it with the session.
const WANTED = 'haru.push';
const WORKER = '/sw.js';

export type PushState = 'on' | 'off' | 'denied' | 'insecure' | 'unavailable';

export function pushState(): PushState {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window)) return 'unavailable';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && isWanted() ? 'on' : 'off';
}

/** The worker also makes Haru an app that can be installed. Null where there is none. */
export async function startWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return null;
  return await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
}

export type Subscription = { endpoint: string; publicKey: string; authSecret: string };

/** Asks for permission if the browser has not been asked. Null: no. */
export async function subscribeHere(publicKey: string): Promise<Subscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await startWorker();
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known !== null && !isFor(known, publicKey)) await known.unsubscribe();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  setWanted(true);
  const { endpoint, keys } = subscription.toJSON();
  return {
    endpoint: endpoint ?? subscription.endpoint,
    publicKey: keys?.['p256dh'] ?? '',
    authSecret: keys?.['auth'] ?? '',
  };
}

/** The address that is to be forgotten, if there was one. */
export async function unsubscribeHere(): Promise<string | null> {
  setWanted(false);
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = (await registration?.pushManager.getSubscription()) ?? null;
  await subscription?.unsubscribe();
  return subscription?.endpoint ?? null;
}

/** A subscription made for another office at the same address is of no use. */
function isFor(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  if (key === null) return false;
  const text = btoa(String.fromCodePoint(...new Uint8Array(key)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === publicKey;
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(WANTED) === 'on';
  } catch {
    return false; // storage is closed in some private windows
  }
}

function setWanted(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(WANTED, 'on');
    else localStorage.removeItem(WANTED);
  } catch {
    // storage is closed in some private windows: until the page is closed, then
  }
}
