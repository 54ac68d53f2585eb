// Who may no longer be connected is told by events, so that every process closes its own sockets, whoever decided it.
import type { EndReason, SessionEnded, TokenRevoked } from '../auth/auth.schema.ts';
import { COME_BACK, type Connections, SIGNED_OUT } from './connections.ts';
import type { PersonItem, RightsChange } from '../people/people.schema.ts';
import type { Hub } from '../live/hub.ts';
import type { LoggedEvent } from '../live/log.ts';

/** Returns how to stop. */
export function closeRevoked(hub: Hub, connections: Connections): () => void {
  return hub.onEvent((event) => {
    if (event.feature === 'people') closeFor(event, connections);
  });
}

function closeFor({ kind, id, data }: LoggedEvent, connections: Connections): void {
  switch (kind) {
    case 'session.ended':
      return closeSession(connections, id, (data as SessionEnded).reason);
    case 'token.revoked':
      return connections.closeToken(id, (data as TokenRevoked).reason);
    case 'person.changed':
      if ((data as PersonItem).status === 'inactive') close(connections, id, 'deactivated');
      return;
    case 'rights.changed':
      if ((data as RightsChange).isLowered === true) close(connections, id, 'role_changed');
      return;
    default:
  }
}

/** A renewed one goes on under another cookie, which its browser has by now or in a moment. */
function closeSession(connections: Connections, sessionId: string, reason: EndReason): void {
  const code = reason === 'session_renewed' ? COME_BACK : SIGNED_OUT;
  connections.closeSession(sessionId, reason, code);
}

function close(connections: Connections, personId: string, reason: EndReason): void {
  connections.closePerson(personId, reason);
}
