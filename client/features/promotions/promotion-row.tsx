import type { KeyboardEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { useToday } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { CategoryMark } from './category-mark.tsx';
import { shownStatus } from './shown-status.ts';
import { StatusMark } from './status-mark.tsx';
import { useSayPeriod } from './use-say-period.ts';
import classes from './promotion-list.module.css';

type Props = {
  promotion: PromotionItem;
  hue: number | undefined;
  isOpen: boolean;
  onOpen: () => void;
};

export function PromotionRow({ promotion, hue, isOpen, onOpen }: Props) {
  const t = useText('promotions');
  const { personOf } = usePeople();
  const today = useToday();
  const sayPeriod = useSayPeriod();
  const row = useGlow<HTMLLIElement>(promotion.version, false);
  const owner = personOf(promotion.ownerId) ?? {
    id: promotion.ownerId,
    name: t('common:unknownPerson'),
  };
  return (
    <li ref={row} className={classes.row} data-open={isOpen || undefined}>
      <button type="button" className={classes.open} onClick={onOpen} onKeyDown={focusBeside}>
        <span className={classes.title}>{promotion.title}</span>
        <span className={classes.status}>
          <StatusMark status={shownStatus(promotion, today)} />
        </span>
        <span className={classes.category}>
          <CategoryMark name={promotion.category} hue={hue} />
        </span>
        <span className={classes.channels}>{promotion.channels.join(' · ')}</span>
        <span className={classes.period}>{sayPeriod(promotion)}</span>
      </button>
      <Avatar person={owner} size={24} />
    </li>
  );
}

/** Arrows go from row to row, through all sections of the list. */
function focusBeside(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.shiftKey || event.altKey || event.metaKey || event.ctrlKey)
    return;
  event.preventDefault();
  const { currentTarget: row } = event;
  const rows = [
    ...(row.closest('[data-promotions]')?.querySelectorAll<HTMLElement>('li > button') ?? []),
  ];
  rows[rows.indexOf(row) + step]?.focus();
}
