/** What the live layer needs to know of a socket: how much it still has to send, and when that is gone. */
export type LiveSocket = {
  readonly bufferedAmount: number;
  /** Settles when everything buffered has been handed to the network, or the signal aborts. */
  drained(signal: AbortSignal): Promise<void>;
};
