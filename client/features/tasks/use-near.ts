import { useEffect, useRef } from 'react';

/** Once it has come near what is in sight. */
export function useNear(element: { current: HTMLElement | null }, onNear: () => void): void {
  const come = useRef(onNear);
  useEffect(() => {
    come.current = onNear;
  });
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && come.current(),
      { rootMargin: '0px 400px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
