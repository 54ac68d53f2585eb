// What a change of a saved view tells: its owner, and everybody while it is shared or just was.
import type { WriteTx } from '#db/database.ts';
import { topics } from '../live/audience.ts';
import type { ViewItem, ViewScope } from './views.schema.ts';

function audienceOf(...scopes: ViewScope[]): string[] {
  if (scopes.some(({ isShared }) => isShared)) return [topics.staff];
  return scopes.slice(0, 1).map(({ ownerId }) => topics.user(ownerId));
}

/** `before` is null for a new one. */
export function emitView(tx: WriteTx, before: ViewItem | null, after: ViewItem): void {
  tx.emit({
    feature: 'views',
    kind: before === null ? 'view.created' : 'view.changed',
    id: after.id,
    version: after.version,
    audience: audienceOf(after, ...(before === null ? [] : [before])),
    data: after,
  });
}

export function emitViewRemoved(tx: WriteTx, view: ViewItem): void {
  tx.emit({
    feature: 'views',
    kind: 'view.removed',
    id: view.id,
    version: view.version,
    audience: audienceOf(view),
    data: null,
  });
}
