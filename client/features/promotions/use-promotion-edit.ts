import { TRPCClientError } from '@trpc/client';
import { useState } from 'react';
import { errorReason } from '#client/ui/error-message.ts';
import type { PromotionItem, PromotionPatch } from '#server/promotions/promotions.schema.ts';
import { usePromotionActs } from './use-promotion-acts.ts';

/** Somebody else changed the same field to something else meanwhile: theirs is stored, mine waits for a decision. */
export type Conflict = { mine: PromotionPatch; current: PromotionItem };

/** Saves single fields; only a change of the very same field has to be decided by the person. */
export function usePromotionEdit(promotion: PromotionItem) {
  const { updatePromotion } = usePromotionActs();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  /** `since`: its version when the person began. */
  async function save(patch: PromotionPatch, since = promotion.version): Promise<void> {
    try {
      await updatePromotion(promotion, patch, since);
      setConflict(null);
    } catch (error) {
      const current = currentOf(error);
      if (current === null) throw error;
      setConflict({ mine: patch, current });
    }
  }

  return {
    save,
    conflict,
    keepTheirs: () => setConflict(null),
    takeMine: () =>
      conflict === null ? Promise.resolve() : save(conflict.mine, conflict.current.version),
  };
}

function currentOf(error: unknown): PromotionItem | null {
  if (errorReason(error) !== 'field_conflict' || !(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'current' in data
    ? (data.current as PromotionItem)
    : null;
}
