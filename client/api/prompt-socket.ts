// A WebSocket that is closed the moment close() is called. The browser's own waits for the other side to agree, which a
// dead one never does; and in tRPC 11.19 the late event of an old socket makes the client open further ones.
export type Closed = { code: number; reason: string };

export function promptSocket(options: {
  headers?: Record<string, string>;
  onClosed: (closed: Closed) => void;
}): typeof WebSocket {
  return class PromptSocket extends WebSocket {
    #isDone = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, socketInit(protocols, options.headers));
      super.addEventListener('close', ({ code, reason }) => {
        if (!this.#isDone) options.onClosed({ code, reason });
      });
    }

    override close(code?: number, reason?: string): void {
      if (this.#isDone || this.readyState === WebSocket.CLOSED) return;
      super.close(code, reason);
      this.dispatchEvent(new CloseEvent('close', { code: code ?? 1005, wasClean: false }));
      this.#isDone = true;
    }

    override addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      settings?: boolean | AddEventListenerOptions,
    ): void {
      if (listener === null) return;
      const heard = (event: Event) => {
        if (this.#isDone) return;
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      };
      super.addEventListener(type, heard, settings);
    }
  };
}

function socketInit(
  protocols: string | string[] | undefined,
  headers: Record<string, string> | undefined,
) {
  // Node's WebSocket takes headers in place of protocols (a script's token), which the DOM's types do not know.
  return headers === undefined ? protocols : ({ headers } as unknown as string[]);
}
