// What a change of a person tells others: the directory is everybody's, the profile their own, and a change of rights
// makes their screens ask again for what they may see.
import type { WriteTx } from '#db/database.ts';
import { topics } from '../live/audience.ts';
import { type PersonRow, toMe, toPersonItem } from './people.row.ts';
import type { RightsChange } from './people.schema.ts';

/** `before` is null for somebody new. */
export function emitPerson(tx: WriteTx, before: PersonRow | null, after: PersonRow): void {
  const { id, version } = after;
  const mine = topics.user(id);
  tx.emit({
    feature: 'people',
    kind: before === null ? 'person.created' : 'person.changed',
    id,
    version,
    audience: [topics.staff, mine],
    data: toPersonItem(after),
  });
  if (before === null) return;
  tx.emit({
    feature: 'people',
    kind: 'profile.changed',
    id,
    version,
    audience: [mine],
    data: toMe(after),
  });
  const scope = scopeOf(before, after);
  if (scope === null) return;
  const isLowered = before.role === 'admin' && after.role === 'staff';
  const data: RightsChange = { scope, isLowered };
  tx.emit({ feature: 'people', kind: 'rights.changed', id, version, audience: [mine], data });
}

function scopeOf(before: PersonRow, after: PersonRow): RightsChange['scope'] | null {
  const isOtherRole = before.role !== after.role;
  const isOtherTeam = before.teamId !== after.teamId;
  if (before.status !== after.status || (isOtherRole && isOtherTeam)) return 'all';
  if (isOtherRole) return 'role';
  return isOtherTeam ? 'team' : null;
}
