import { useEffect, useRef } from 'react';

/** Put the ref on a row: it glows for a second when `version` changes under it, unless the change is the viewer's own. */
export function useGlow<Row extends HTMLElement>(version: number, isMine: boolean) {
  const row = useRef<Row>(null);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    const element = row.current;
    if (isMine || element === null) return;
    element.dataset['changed'] = '';
    const timer = setTimeout(() => delete element.dataset['changed'], 1200);
    return () => clearTimeout(timer);
  }, [version, isMine]);
  return row;
}
