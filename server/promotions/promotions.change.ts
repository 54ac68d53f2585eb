// What a patch does to a promotion: which fields really change, and which of them somebody else changed meanwhile.
import { isDeepStrictEqual } from 'node:util';
import type { PromotionRow } from './promotions.row.ts';
import type { PromotionPatch } from './promotions.schema.ts';

type Field = keyof PromotionPatch;
export type FieldChange = { field: Field; before: unknown; after: unknown };

const FIELDS = [
  'title',
  'body',
  'category',
  'channels',
  'startsOn',
  'endsOn',
  'ownerId',
  'stopped',
  'resultNote',
] as const satisfies Field[];

export function changesOf(promotion: PromotionRow, patch: PromotionPatch): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const before = field === 'stopped' ? promotion.stoppedAt !== null : promotion[field];
    const after = patch[field];
    return after === undefined || isDeepStrictEqual(before, after)
      ? []
      : [{ field, before, after }];
  });
}

/** Those of the changes that somebody else made differently after `version`. */
export function conflictsOf(
  promotion: PromotionRow,
  changes: FieldChange[],
  version: number,
): Field[] {
  return changes
    .map((change) => change.field)
    .filter((field) => (promotion.fieldVersions[field] ?? 0) > version);
}

/** The columns after the changes; `version` and the versions of the changed fields rise together. */
export function applied(promotion: PromotionRow, changes: FieldChange[], now: Date): PromotionRow {
  const version = promotion.version + 1;
  const next: Record<string, unknown> = { ...promotion, version, updatedAt: now };
  const fieldVersions = { ...promotion.fieldVersions };
  for (const { field, after } of changes) {
    if (field === 'stopped') next['stoppedAt'] = after === true ? now : null;
    else next[field] = after;
    fieldVersions[field] = version;
  }
  return { ...(next as PromotionRow), fieldVersions };
}
