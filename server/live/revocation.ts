// Who may no longer be connected is told by events, so that every process closes its own sockets, whoever decided it.
import type { EndReason, SessionEnded, TokenRevoked } from '../auth/auth.schema.ts';
import type { Connections } from '../http/connections.ts';
import type { PersonItem, RightsChange } from '../people/people.schema.ts';
import type { Hub } from './hub.ts';
import type { LoggedEvent } from './log.ts';

/** Returns how to stop. */
export function closeRevoked(hub: Hub, connections: Connections): () => void {
  return hub.onEvent((event) => {
    if (event.feature === 'people') closeFor(event, connections);
  });
}

function closeFor(event: LoggedEvent, connections: Connections): void {
  const close = (closing: (id: string, reason: EndReason) => void, reason: EndReason) =>
    closing(event.id, reason);
  switch (event.kind) {
    case 'session.ended':
      return close(connections.closeSession, (event.data as SessionEnded).reason);
    case 'token.revoked':
      return close(connections.closeToken, (event.data as TokenRevoked).reason);
    case 'person.changed':
      if ((event.data as PersonItem).status === 'inactive')
        close(connections.closePerson, 'deactivated');
      return;
    case 'rights.changed':
      if ((event.data as RightsChange).isLowered === true)
        close(connections.closePerson, 'role_changed');
      return;
    default:
  }
}
