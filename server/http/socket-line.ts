import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { LiveSocket } from '../live/socket.ts';

const NOTHING = Buffer.alloc(0);

/** An open socket as the live layer sees it, and what it has running. */
export class SocketLine implements LiveSocket {
  subscriptionCount = 0;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;

  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  /** Past `ws`, which would make the frame anew for each socket; without compression it keeps nothing back, so order stays. */
  send(frame: Buffer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#stream.write(frame);
  }

  /** Writes are handed over in order: when an empty one is through, all before it are. A closed socket has nothing left. */
  drained(signal: AbortSignal): Promise<void> {
    const isOpen = this.#socket.readyState === this.#socket.OPEN;
    if (signal.aborted || !isOpen || this.bufferedAmount === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      this.#stream.write(NOTHING, done);
    });
  }
}
