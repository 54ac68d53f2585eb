// What a link leads to stands out when one arrives there: `#comment-…`, or `#here` for the thing itself. Several are joined
// by a +, and the first of them takes the focus.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';

/** So long it stands out. */
const SHOWN_MS = 5_000;

export const HERE = 'here';

/** What the address leads to within this screen; empty: to nothing in particular. */
export function useArrivalName(): string {
  return useLocation({ select: ({ hash }) => hash });
}

/** Put the ref on what the link may mean; it takes the focus, so it needs a `tabIndex`. */
export function useArrival<E extends HTMLElement>(name: string) {
  const place = useRef<E>(null);
  const names = useArrivalName().split('+');
  const isMeant = names.includes(name);
  const takesFocus = names[0] === name;
  const navigate = useNavigate();
  // Followed: the same link leads here again.
  const forget = useEffectEvent(
    () => void navigate({ to: '.', search: true, hash: '', replace: true, resetScroll: false }),
  );
  useEffect(() => {
    const element = place.current;
    if (!isMeant || element === null) return;
    element.dataset['arrived'] = '';
    // After the panel around it has taken the focus.
    const frame = requestAnimationFrame(() => {
      if (!takesFocus) return;
      const isTall = element.offsetHeight > window.innerHeight / 2;
      element.scrollIntoView({ block: isTall ? 'start' : 'center' });
      element.focus({ preventScroll: true });
    });
    const timer = setTimeout(forget, SHOWN_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      delete element.dataset['arrived'];
    };
  }, [isMeant, takesFocus]);
  return place;
}
