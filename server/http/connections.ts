// Who is connected right now, in this process. A socket is forgotten when it closes; ending a session, a token or a
// person's access closes theirs, with a reason that the screen shows.
import type { WebSocket } from 'ws';
import type { Caller } from '../viewer.ts';

/** The close code that means: do not reconnect, sign in. */
export const SIGNED_OUT = 4401;

/** The close code that means: connect again, with the cookie of now. */
export const COME_BACK = 1012;

/** How long a closing socket may take to say goodbye before it is cut. */
const GOODBYE_MS = 2000;

export type Connections = {
  add(caller: Caller, socket: WebSocket): void;
  /** `code` is SIGNED_OUT unless given. */
  closeSession(sessionId: string, reason: string, code?: number): void;
  closeToken(tokenId: string, reason: string): void;
  closePerson(personId: string, reason: string): void;
  count(): number;
  countOf(personId: string): number;
  /** Everybody with at least one open socket. */
  personIds(): string[];
  /** Calls `listener` when somebody's first socket opens or their last one closes; returns how to stop. */
  onPresence(listener: (personId: string, isConnected: boolean) => void): () => void;
};

export function createConnections(): Connections {
  const sockets = new Map<WebSocket, Caller>();
  const people = new Map<string, Set<WebSocket>>();
  const listeners = new Set<(personId: string, isConnected: boolean) => void>();

  function tell(personId: string, isConnected: boolean): void {
    for (const listener of listeners) listener(personId, isConnected);
  }

  function remove(socket: WebSocket): void {
    const personId = sockets.get(socket)?.viewer.id;
    if (personId === undefined) return;
    sockets.delete(socket);
    const others = people.get(personId);
    others?.delete(socket);
    if (others?.size !== 0) return;
    people.delete(personId);
    tell(personId, false);
  }

  function closeWhere(isMeant: (caller: Caller) => boolean, reason: string, code = SIGNED_OUT) {
    for (const [socket, caller] of sockets) {
      if (isMeant(caller)) closeSocket(socket, code, reason);
    }
  }

  return {
    add(caller, socket) {
      const personId = caller.viewer.id;
      sockets.set(socket, caller);
      socket.once('close', () => remove(socket));
      const others = people.get(personId);
      if (others !== undefined) {
        others.add(socket);
        return;
      }
      people.set(personId, new Set([socket]));
      tell(personId, true);
    },
    closeSession: (sessionId, reason, code) =>
      closeWhere(({ session }) => session?.id === sessionId, reason, code),
    closeToken: (tokenId, reason) => closeWhere(({ token }) => token?.id === tokenId, reason),
    closePerson: (personId, reason) => closeWhere(({ viewer }) => viewer.id === personId, reason),
    count: () => sockets.size,
    countOf: (personId) => people.get(personId)?.size ?? 0,
    personIds: () => [...people.keys()],
    onPresence(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Nothing is sent to it any more from here on; a peer that does not answer is cut. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), GOODBYE_MS);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
}
