import { useEffect, useEffectEvent, useRef } from 'react';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';

/** Stands at the end of what is loaded; coming near it loads more. */
export function LoadMore({ onReach }: { onReach: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const reached = useEffectEvent(onReach);
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && reached(),
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={end}>
      <RowsSkeleton />
    </div>
  );
}
