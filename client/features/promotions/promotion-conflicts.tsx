import { useText } from '#client/i18n/use-text.ts';
import { FieldConflict } from '#client/ui/field-conflict.tsx';
import { usePeople } from '#client/ui/people.ts';
import type { PromotionDetail, PromotionPatch } from '#server/promotions/promotions.schema.ts';
import type { usePromotionEdit } from './use-promotion-edit.ts';
import { useSayPeriod } from './use-say-period.ts';

/** The choice for each field of a promotion that somebody else changed too. */
export function PromotionConflicts({ edit }: { edit: ReturnType<typeof usePromotionEdit> }) {
  const say = useSayFields();
  return edit.conflicts.map((conflict) => {
    const { mine, current, original } = conflict;
    return (
      <FieldConflict
        key={conflict.key}
        theirs={say(mine, current)}
        mine={say(mine, mineOver(mine, current))}
        original={say(mine, original)}
        onKeepTheirs={() => edit.keepTheirs(conflict)}
        onTakeMine={() => edit.takeMine(conflict)}
        onTakeOriginal={() => edit.takeOriginal(conflict)}
      />
    );
  });
}

/** The fields of the patch, in words, of a promotion. */
function useSayFields() {
  const t = useText('promotions');
  const { personOf } = usePeople();
  const sayPeriod = useSayPeriod();
  return (patch: PromotionPatch, promotion: PromotionDetail): string => {
    const words: string[] = [];
    if (patch.title !== undefined) words.push(promotion.title);
    if (patch.body !== undefined) words.push(promotion.body || t('common:none'));
    if (patch.resultNote !== undefined) words.push(promotion.resultNote || t('common:none'));
    if (patch.category !== undefined) words.push(promotion.category);
    if (patch.channels !== undefined) words.push(promotion.channels.join(', ') || t('noChannels'));
    if (patch.startsOn !== undefined || patch.endsOn !== undefined)
      words.push(sayPeriod(promotion));
    if (patch.ownerId !== undefined)
      words.push(personOf(promotion.ownerId)?.name ?? t('common:unknownPerson'));
    if (patch.stopped !== undefined)
      words.push(t(promotion.stoppedAt === null ? 'statuses.running' : 'statuses.stopped'));
    return words.join('\n');
  };
}

function mineOver(mine: PromotionPatch, current: PromotionDetail): PromotionDetail {
  const { stopped, ...fields } = mine;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const stoppedAt = stopped === true ? (current.stoppedAt ?? current.updatedAt) : null;
  return {
    ...current,
    ...Object.fromEntries(given),
    stoppedAt: stopped === undefined ? current.stoppedAt : stoppedAt,
  };
}
