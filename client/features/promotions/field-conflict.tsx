import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import type { PromotionItem, PromotionPatch } from '#server/promotions/promotions.schema.ts';
import type { Conflict } from './use-promotion-edit.ts';
import { useSayPeriod } from './use-say-period.ts';
import classes from './field-conflict.module.css';

type Props = { conflict: Conflict; onKeep: () => void; onTake: () => Promise<void> };

/** Theirs or mine, for the field that both changed. Nothing is lost until it is decided. */
export function FieldConflict({ conflict, onKeep, onTake }: Props) {
  const t = useText('promotions');
  const say = useSayFields(conflict);
  return (
    <section className={classes.conflict} role="alert">
      <p className={classes.head}>{t('conflict')}</p>
      <dl className={classes.sides}>
        <dt>{t('theirs')}</dt>
        <dd>{say(conflict.current)}</dd>
        <dt>{t('yours')}</dt>
        <dd>{say(mineOver(conflict))}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onKeep}>
          {t('keepTheirs')}
        </Button>
        <Button onClick={() => void onTake().catch(toastFailed)}>{t('takeMine')}</Button>
      </div>
    </section>
  );
}

/** The fields of the patch, in words, of a promotion. */
function useSayFields({ mine }: Conflict) {
  const t = useText('promotions');
  const { personOf } = usePeople();
  const sayPeriod = useSayPeriod();
  return (promotion: PromotionItem): string => {
    const words: string[] = [];
    if (mine.title !== undefined) words.push(promotion.title);
    if (mine.body !== undefined) words.push(promotion.body || t('common:none'));
    if (mine.category !== undefined) words.push(promotion.category);
    if (mine.channels !== undefined) words.push(promotion.channels.join(', ') || t('noChannels'));
    if (mine.startsOn !== undefined || mine.endsOn !== undefined) words.push(sayPeriod(promotion));
    if (mine.ownerId !== undefined)
      words.push(personOf(promotion.ownerId)?.name ?? t('common:unknownPerson'));
    if (mine.stopped !== undefined)
      words.push(t(promotion.stoppedAt === null ? 'statuses.running' : 'statuses.stopped'));
    return words.join('\n');
  };
}

function mineOver({ mine, current }: Conflict): PromotionItem {
  const { stopped, ...fields } = mine satisfies PromotionPatch;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const stoppedAt = stopped === true ? (current.stoppedAt ?? current.updatedAt) : null;
  return {
    ...current,
    ...Object.fromEntries(given),
    stoppedAt: stopped === undefined ? current.stoppedAt : stoppedAt,
  };
}
