// From a stored person to what is sent. The password's hash never leaves through here.
import { people } from '#db/schema/people.ts';
import type { Me, PersonItem } from './people.schema.ts';

export const personColumns = {
  id: people.id,
  username: people.username,
  name: people.name,
  role: people.role,
  teamId: people.teamId,
  status: people.status,
  version: people.version,
};

export type PersonRow = typeof people.$inferSelect;

export function toPersonItem(row: Pick<PersonRow, keyof typeof personColumns>): PersonItem {
  const { id, username, name, role, teamId, status, version } = row;
  return { id, username, name, role, teamId, status, version };
}

export function toMe(row: Pick<PersonRow, keyof Me>): Me {
  const { id, username, name, role, teamId, locale, theme, enterSends, hasSound } = row;
  return { id, username, name, role, teamId, locale, theme, enterSends, hasSound };
}
