import { useLocale } from '#client/i18n/use-locale.ts';
import { useMinute } from './clock.ts';
import {
  sayAppointment,
  sayClock,
  sayDay,
  sayExactly,
  sayFullDay,
  sayInstant,
} from './say-time.ts';

type Props = {
  at: Date;
  /** `ago` coarsens with distance, `appointment` always tells the clock, `clock` tells nothing else. */
  as?: 'ago' | 'appointment' | 'clock';
  /** A sentence or label that it is part of. */
  within?: ((said: string) => string) | undefined;
  className?: string | undefined;
};

/** A time in a <time>: short on the screen, exact on hover and for screen readers, and it grows older by itself. */
export function When({ at, as = 'ago', within, className }: Props) {
  const locale = useLocale();
  const now = useMinute();
  const exact = sayExactly(at, locale);
  return (
    <time dateTime={at.toISOString()} title={exact} className={className}>
      {(within ?? asItIs)(say({ at, as, now, locale }))}
    </time>
  );
}

type DayProps = { day: string } & Pick<Props, 'within' | 'className'>;

/** A calendar day (`YYYY-MM-DD`): 오늘 · 내일 · 11월 3일 (월). */
export function WhenDay({ day, within, className }: DayProps) {
  const locale = useLocale();
  const now = useMinute();
  return (
    <time dateTime={day} title={sayFullDay(day, locale)} className={className}>
      {(within ?? asItIs)(sayDay(day, { now, locale }))}
    </time>
  );
}

function asItIs(said: string): string {
  return said;
}

function say({
  at,
  as,
  now,
  locale,
}: {
  at: Date;
  as: string;
  now: Date;
  locale: 'ko' | 'en';
}): string {
  if (as === 'clock') return sayClock(at, locale);
  if (as === 'appointment') return sayAppointment(at, { now, locale });
  return sayInstant(at, { now, locale });
}
