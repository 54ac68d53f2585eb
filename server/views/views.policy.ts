// Whose a saved view is: its owner's alone, or shared with all who work here. Pure; the screens ask the same.
import type { ViewScope } from './views.schema.ts';

type Person = { id: string; role: 'staff' | 'admin' };

export function seesView(viewer: Pick<Person, 'id'>, view: ViewScope): boolean {
  return view.isShared || view.ownerId === viewer.id;
}

/** For one who sees it. */
export function viewAbilities(viewer: Person, view: ViewScope) {
  return { change: view.ownerId === viewer.id || (viewer.role === 'admin' && view.isShared) };
}
