import { savedViews } from '#db/schema/views.ts';

/** What travels of a stored view. */
export const viewColumns = {
  id: savedViews.id,
  screen: savedViews.screen,
  ownerId: savedViews.ownerId,
  isShared: savedViews.isShared,
  name: savedViews.name,
  query: savedViews.query,
  version: savedViews.version,
  createdAt: savedViews.createdAt,
  updatedAt: savedViews.updatedAt,
};
