// What people do with promotions: shown at once, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type {
  PromotionDetail,
  PromotionEventData,
  PromotionFacts,
  PromotionItem,
  PromotionPatch,
} from '#server/promotions/promotions.schema.ts';

export type NewPromotion = Pick<
  PromotionItem,
  'title' | 'body' | 'category' | 'channels' | 'startsOn' | 'endsOn'
>;
export type Period = Pick<PromotionItem, 'startsOn' | 'endsOn'>;

export function usePromotionActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  function createPromotion(promotion: NewPromotion) {
    const id = newId();
    return act({
      provisional: [created({ ...promotion, id, viewerId: viewer.id })],
      send: (mutationId) => client.promotions.create.mutate({ ...promotion, id, mutationId }),
    });
  }

  /** `version` is the promotion's when the person began to change it. */
  function updatePromotion(
    promotion: PromotionItem,
    patch: PromotionPatch,
    version = promotion.version,
  ) {
    const { id } = promotion;
    return act({
      provisional: [changed(promotion, patched(promotion, patch))],
      send: (mutationId) => client.promotions.update.mutate({ id, version, patch, mutationId }),
    });
  }

  function duplicatePromotion(promotion: PromotionItem, period: Period) {
    const copyId = newId();
    const { id, title, body, category, channels } = promotion;
    const copy = { title, body, category, channels, ...period };
    return act({
      provisional: [created({ ...copy, id: copyId, viewerId: viewer.id })],
      send: (mutationId) =>
        client.promotions.duplicate.mutate({ id, newId: copyId, ...period, mutationId }),
    });
  }

  function removePromotion(promotion: PromotionItem) {
    const { id } = promotion;
    return act({
      provisional: [{ feature: 'promotions', kind: 'promotion.removed', id, gone: true }],
      send: (mutationId) => client.promotions.remove.mutate({ id, mutationId }),
    });
  }

  function restorePromotion(promotion: PromotionItem) {
    const { id } = promotion;
    return act({
      provisional: [
        { feature: 'promotions', kind: 'promotion.created', id, data: { ...promotion, was: null } },
      ],
      send: (mutationId) => client.promotions.restore.mutate({ id, mutationId }),
    });
  }

  function attachFiles(promotion: PromotionItem, fileIds: string[]) {
    const { id } = promotion;
    return act({
      provisional: [],
      send: (mutationId) => client.promotions.attach.mutate({ id, fileIds, mutationId }),
    });
  }

  function detachFile(promotion: PromotionDetail, fileId: string) {
    const { id } = promotion;
    const files = promotion.files.filter((file) => file.id !== fileId);
    return act({
      provisional: [changed(promotion, { ...promotion, files })],
      send: (mutationId) => client.promotions.detach.mutate({ id, fileId, mutationId }),
    });
  }

  function restoreFile({ id }: PromotionItem, fileId: string) {
    return act({
      provisional: [],
      send: (mutationId) => client.promotions.restoreFile.mutate({ id, fileId, mutationId }),
    });
  }

  return {
    createPromotion,
    updatePromotion,
    duplicatePromotion,
    removePromotion,
    restorePromotion,
    attachFiles,
    detachFile,
    restoreFile,
  };
}

function created(promotion: NewPromotion & { id: string; viewerId: string }): Provisional {
  const { viewerId, ...given } = promotion;
  const now = new Date();
  const data: PromotionEventData = {
    ...given,
    ownerId: viewerId,
    creatorId: viewerId,
    stoppedAt: null,
    version: 0,
    createdAt: now,
    updatedAt: now,
    was: null,
  };
  return { feature: 'promotions', kind: 'promotion.created', id: given.id, data };
}

function changed(before: PromotionItem, after: PromotionItem | PromotionDetail): Provisional {
  const { category, channels, startsOn, endsOn, stoppedAt } = before;
  const was: PromotionFacts = { category, channels, startsOn, endsOn, stoppedAt };
  const data: PromotionEventData = { ...after, was };
  return { feature: 'promotions', kind: 'promotion.changed', id: after.id, data };
}

/** The same as the server will make of it. */
function patched(promotion: PromotionItem, patch: PromotionPatch): PromotionItem {
  const { stopped, ...fields } = patch;
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const stoppedAt = stopped === true ? (promotion.stoppedAt ?? new Date()) : null;
  return {
    ...promotion,
    ...given,
    stoppedAt: stopped === undefined ? promotion.stoppedAt : stoppedAt,
  };
}
