// The service worker, as long as somebody is signed in: it is there, this browser's subscription is theirs (browsers
// renew them, and people share browsers), and what is clicked in a notification opens here. Draws nothing.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { pushState, startWorker } from '#client/features/notices/push-here.ts';
import { usePush } from '#client/features/notices/use-push.ts';

export function PushKeeper() {
  const { history } = useRouter();
  const { setPush } = usePush();
  const keep = useEffectEvent(async () => {
    await startWorker();
    if (pushState() === 'on') await setPush(true);
  });
  useEffect(() => {
    keep().catch(() => undefined); // the next opened page tries again, and the settings say what is wrong
  }, []);
  const open = useEffectEvent(({ data }: MessageEvent<{ kind?: string; path?: string }>) => {
    if (data.kind === 'open' && data.path?.startsWith('/') === true) history.push(data.path);
  });
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const listener = (event: MessageEvent<{ kind?: string; path?: string }>) => open(event);
    serviceWorker.addEventListener('message', listener);
    return () => serviceWorker.removeEventListener('message', listener);
  }, []);
  return null;
}
