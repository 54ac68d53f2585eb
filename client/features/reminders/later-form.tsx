import { lazy, Suspense } from 'react';
import { now } from '#client/ui/clock.ts';
import { snoozeUntil } from './snooze-choices.ts';
import classes from './when-form.module.css';

/** It reads words, which nobody needs before they put something off. */
const WhenForm = lazy(async () => ({ default: (await import('./when-form.tsx')).WhenForm }));

type Props = { onPick: (until: Date) => void; isFocused?: boolean };

/** Any time that is still to come. It stands in every page's banner, so what it is made of is fetched when it opens. */
export function LaterForm({ onPick, isFocused = false }: Props) {
  return (
    <Suspense fallback={<div className={classes.waiting} />}>
      <div ref={isFocused ? focusFirst : null}>
        <WhenForm isAhead initial={snoozeUntil('hour', now())} onPick={onPick} />
      </div>
    </Suspense>
  );
}

function focusFirst(element: HTMLElement | null): void {
  element?.querySelector('input')?.focus({ preventScroll: true });
}
