// The one place where pushes are turned on and off with the server.
import { useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { pushState, subscribeHere, unsubscribeHere } from './push-here.ts';

export function usePush() {
  const { push } = trpc.useUtils();
  const subscribe = trpc.push.subscribe.useMutation();
  const unsubscribe = trpc.push.unsubscribe.useMutation();
  const [state, setState] = useState(pushState);

  async function turnOn() {
    const { publicKey } = await push.key.fetch(undefined, { staleTime: Infinity });
    const subscription = await subscribeHere(publicKey);
    if (subscription !== null) await subscribe.mutateAsync(subscription);
  }

  async function turnOff() {
    const endpoint = await unsubscribeHere();
    if (endpoint !== null) await unsubscribe.mutateAsync({ endpoint });
  }

  return {
    state,
    /** Throws what the browser's maker or the server refused. */
    async setPush(isOn: boolean) {
      try {
        await (isOn ? turnOn() : turnOff());
      } finally {
        setState(pushState());
      }
    },
  };
}
