// The port, taken before anything else is done: if somebody has it, nothing was touched. Until Haru is ready it says so.
import type { Server } from 'node:http';
import { errorText } from './answer.ts';
import { createServer } from './node-http.ts';

export type Listener = {
  server: Server;
  host: string;
  port: number;
};

/** Behind a proxy, connections are reused for a minute: ours must last longer than that. */
const KEEP_ALIVE_MS = 75_000;

/** A file of 25 MB over a line of half a megabit takes seven minutes. Who falls silent in between is cut off earlier. */
const REQUEST_MS = 15 * 60_000;

/** Written out: what makes the headers of all other answers is loaded later. */
const NOT_YET = {
  'content-type': 'application/json',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  'retry-after': '1',
};

/** Rejects with EADDRINUSE and the like. */
export function bindListener({ host, port }: { host: string; port: number }): Promise<Listener> {
  const timeouts = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS };
  const server = createServer(timeouts, (_req, res) => {
    res.writeHead(503, NOT_YET);
    res.end(errorText('starting', 'Haru is starting.'));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({
        server,
        host,
        port: typeof address === 'object' && address !== null ? address.port : port,
      });
    });
  });
}
