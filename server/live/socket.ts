/** What the live layer needs of a socket: to send on it, and to know how much still has to go out, and when it has. */
export type LiveSocket = {
  /** A whole frame, as `textFrame` makes it, after everything sent before; a closing socket sends nothing more. */
  send(frame: Buffer): void;
  readonly bufferedAmount: number;
  /** Settles when everything buffered has been handed to the network, or the signal aborts. */
  drained(signal: AbortSignal): Promise<void>;
};
