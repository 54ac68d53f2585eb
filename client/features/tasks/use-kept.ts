import { useState } from 'react';
import { keepPlace, placeKept } from './kept-places.ts';

/** What is remembered of a list, and how to change it. */
export function useKept(address: string, name: 'turned' | 'seen') {
  const [kept, setKept] = useState({ address, value: placeKept(address)[name] });
  const value = kept.address === address ? kept.value : placeKept(address)[name];
  function set(next: ReadonlySet<string>) {
    keepPlace(address, { [name]: next });
    setKept({ address, value: next });
  }
  return [value, set] as const;
}
