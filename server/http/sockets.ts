// The socket's door. Everything is decided while it still is an HTTP request: path, origin, who, limits; a refusal is a
// plain HTTP answer. (tRPC's own place for this runs too late: a refused client reconnects hundreds of times a second.)
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type AnyRouter, getTRPCErrorFromUnknown } from '@trpc/server';
import { applyWSSHandler, type Encoder } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SignedIn } from '../auth/session.ts';
import { tooManyRequests, unauthorized } from '../errors.ts';
import { wireEncoder } from '../live/wire.ts';
import type { Context } from '../trpc.ts';
import { type Edge, newRequestId } from './admission.ts';
import type { HeaderList } from './answer.ts';
import { type Budget, createBudget } from './budget.ts';
import { closeSocket, SIGNED_OUT } from './connections.ts';
import { identify, type Identity } from './identify.ts';
import type { Failure } from './procedures.ts';
import { foreignHost, tooManySockets } from './refusals.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { SocketLine } from './socket-line.ts';
import { socketRouter } from './socket-procedures.ts';

const SOCKET_PATH = '/ws';
const SOCKETS_PER_PERSON = 20;
const MESSAGE_MAX_BYTES = 64 * 1024;
const MESSAGE_CALLS_MAX = 50;
const MESSAGES = { amount: 600, windowMs: 10_000 };
const FAILED_ATTEMPTS = { amount: 200, windowMs: 60_000 };
const TOO_MANY_MESSAGES = 1008;
const UNAVAILABLE = 1011;

export type Sockets = {
  upgrade(req: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** Refuses newcomers and asks everybody to connect again, somewhere else or later. */
  drain(): void;
  count(): number;
  closeAll(): void;
};

export type SocketOptions = {
  edge: Edge;
  router: AnyRouter;
  /** Of refusals. */
  headers: HeaderList;
  onFailure(failure: Failure): void;
};

export function createSockets({ edge, router, headers, onFailure }: SocketOptions): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    // Else a subscription that is stopped in the same packet goes on until the socket closes.
    allowSynchronousEvents: false,
    perMessageDeflate: false,
  });
  const contexts = new WeakMap<WebSocket, Context>();
  const failedAttempts = createBudget(FAILED_ATTEMPTS);
  let isDraining = false;

  const { broadcastReconnectNotification } = applyWSSHandler({
    wss: server,
    router: socketRouter(router, edge.calls),
    keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 5_000 },
    experimental_encoder: boundedEncoder,
    createContext: ({ res }) => contexts.get(res),
    onError: ({ error, path, ctx }) => onFailure({ error, path, ctx: ctx as object | undefined }),
  });

  async function open(req: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const address = edge.addressOf(req);
    const identity = await admitSocket(req, address, { edge, failedAttempts });
    const { signedIn } = identity;
    req.url = SOCKET_PATH;
    server.handleUpgrade(req, stream, head, (socket) => {
      contexts.set(
        socket,
        contextOf(edge, { req, address, signedIn, line: new SocketLine(socket, stream) }),
      );
      edge.deps.connections.add(signedIn, socket);
      closeWhenOver(edge, socket, identity);
      limitMessages(socket);
      server.emit('connection', socket, req);
    });
  }

  return {
    upgrade(req, stream, head) {
      const ignore = () => stream.destroy();
      stream.on('error', ignore);
      if (req.url?.split('?')[0] !== SOCKET_PATH) return refuseUpgrade(stream, 404, headers);
      if (isDraining) return refuseUpgrade(stream, 503, headers);
      open(req, stream, head).then(
        () => stream.off('error', ignore),
        (cause: unknown) => {
          const error = getTRPCErrorFromUnknown(cause);
          onFailure({ error, path: SOCKET_PATH, ctx: undefined });
          refuseUpgrade(stream, error, headers);
        },
      );
    },
    drain() {
      isDraining = true;
      broadcastReconnectNotification();
    },
    count: () => server.clients.size,
    closeAll() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

type Admitted = Identity & { signedIn: SignedIn };

async function admitSocket(
  req: IncomingMessage,
  address: string,
  { edge, failedAttempts }: { edge: Edge; failedAttempts: Budget },
): Promise<Admitted> {
  if (!URL.canParse(`http://${req.headers.host ?? ''}`)) throw foreignHost(req.headers.host);
  const { signedIn, recheck } = await identify(req, false, edge);
  if (signedIn === null) {
    const waitSeconds = failedAttempts.spend(address, 1);
    throw waitSeconds > 0 ? tooManyRequests(waitSeconds) : unauthorized();
  }
  if (edge.deps.connections.countOf(signedIn.viewer.id) >= SOCKETS_PER_PERSON) {
    throw tooManySockets(SOCKETS_PER_PERSON);
  }
  return { signedIn, recheck };
}

function contextOf(
  edge: Edge,
  about: { req: IncomingMessage; address: string; signedIn: SignedIn; line: SocketLine },
): Context {
  const { req, address, signedIn, line } = about;
  return {
    deps: edge.deps,
    caller: signedIn,
    requestId: newRequestId(),
    address,
    userAgent: req.headers['user-agent'] ?? '',
    setSessionSecret: () => undefined,
    cursor: null,
    socket: line,
  };
}

/**
 * Asked once more now that it can be closed (it may have ended while it was opened), and again when the session or token
 * would end: sessions in use go on.
 */
function closeWhenOver({ deps }: Edge, socket: WebSocket, { signedIn, recheck }: Admitted): void {
  let cancel = () => {};
  socket.once('close', () => cancel());
  look();
  function look(): void {
    recheck().then(
      (still) => {
        if (still === null) closeSocket(socket, SIGNED_OUT, 'expired');
        else if (still.viewer.role !== signedIn.viewer.role)
          closeSocket(socket, SIGNED_OUT, 'role_changed');
        else if (socket.readyState === socket.OPEN)
          cancel = deps.clock.wakeAt(still.expiresAt, look);
      },
      () => closeSocket(socket, UNAVAILABLE, 'unavailable'),
    );
  }
}

function limitMessages(socket: WebSocket): void {
  const messages = createBudget(MESSAGES);
  socket.on('message', () => {
    if (messages.spend('', 1) > 0) closeSocket(socket, TOO_MANY_MESSAGES, 'too_many_messages');
  });
}

const boundedEncoder: Encoder = {
  encode: (message) => wireEncoder.encode(message),
  decode(data) {
    const message = wireEncoder.decode(data);
    if (Array.isArray(message) && message.length > MESSAGE_CALLS_MAX)
      throw new Error('Too many calls in one message');
    return message;
  },
};
