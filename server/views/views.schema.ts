// Saved views on the wire: a way to look at a list, kept by name.
import * as z from 'zod/mini';
import { id, mutationId, optionalText, text } from '../atoms.schema.ts';

export const VIEW_NAME_MAX = 60;
/** The search part of an address; only the screens know what it says. */
const VIEW_QUERY_MAX = 2_000;
/** Of one person, on one screen. */
export const VIEWS_MAX = 50;
/** Of all, on one screen. */
export const SHARED_VIEWS_MAX = 100;
/** So long can one that was removed be taken back. */
export const REMOVED_VIEW_KEPT_MS = 86_400_000;

const VIEW_SCREENS = ['tasks', 'promotions'] as const;
export type ViewScreen = (typeof VIEW_SCREENS)[number];

export type ViewScope = { ownerId: string; isShared: boolean };

export type ViewItem = ViewScope & {
  id: string;
  screen: ViewScreen;
  name: string;
  query: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

const screen = z.enum(VIEW_SCREENS, { error: `must be one of ${VIEW_SCREENS.join(', ')}` });
const name = text(VIEW_NAME_MAX);
const query = optionalText(VIEW_QUERY_MAX);

export const listViewsInput = z.object({ screen });

export const createViewInput = z.object({
  id,
  screen,
  name,
  query,
  isShared: z._default(z.boolean(), false),
  mutationId,
});

/** `version` is that of the row the patch was made from. */
export const updateViewInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  patch: z
    .object({
      name: z.optional(name),
      query: z.optional(query),
      isShared: z.optional(z.boolean()),
    })
    .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' })),
  mutationId,
});

export const removeViewInput = z.object({ id, mutationId });
export const restoreViewInput = z.object({ id, mutationId });

export type ListViewsInput = z.infer<typeof listViewsInput>;
export type CreateViewInput = z.infer<typeof createViewInput>;
export type UpdateViewInput = z.infer<typeof updateViewInput>;
export type RemoveViewInput = z.infer<typeof removeViewInput>;
export type RestoreViewInput = z.infer<typeof restoreViewInput>;
