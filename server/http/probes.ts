// Whether the process lives, whether it can do its work, and its figures.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bus } from '../live/bus.ts';
import type { Metrics } from '../metrics.ts';
import { validateToken } from '../tokens/validate-token.ts';
import type { Edge } from './admission.ts';
import { isLocalRequest } from './address.ts';
import { errorText, type HeaderList, jsonHeaders, sendText } from './answer.ts';
import { bearerToken } from './identify.ts';

export type Probe = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

export type ProbeOptions = {
  edge: Edge;
  bus: Bus;
  metrics: Metrics;
  headers: HeaderList;
  isReady(): boolean;
};

export function createProbes({
  edge,
  bus,
  metrics,
  headers,
  isReady,
}: ProbeOptions): Record<string, Probe> {
  const json = jsonHeaders(headers);
  return {
    '/healthz': (_req, res) =>
      sendText(res, { status: 200, text: '{"alive":true}', headers: json }),

    async '/readyz'(_req, res) {
      const parts = {
        migrations: isReady() ? 'ok' : 'not yet',
        database: await saysOk(edge.deps.db.ping()),
        bus: await saysOk(bus.ping()),
      };
      const isOk = Object.values(parts).every((part) => part === 'ok');
      sendText(res, {
        status: isOk ? 200 : 503,
        text: JSON.stringify({ ready: isOk, ...parts }),
        headers: json,
      });
    },

    async '/metrics'(req, res) {
      if (!(await mayWatch(edge, req))) {
        const text = errorText(
          'forbidden',
          'Figures are for this machine itself, or an admin’s token.',
        );
        sendText(res, { status: 403, text, headers: json });
        return;
      }
      const { text, contentType } = await metrics.text();
      const list = [...headers, 'content-type', contentType, 'cache-control', 'no-store'];
      sendText(res, { status: 200, text, headers: list });
    },
  };
}

/** From this machine (not through a foreign name that points at it), or with the token of an admin. */
async function mayWatch(edge: Edge, req: IncomingMessage): Promise<boolean> {
  if (req.headers.authorization === undefined)
    return isLocalRequest(req, edge.addressOf(req)) && edge.rules.isOurHost(req.headers.host);
  const secret = bearerToken(req.headers.authorization);
  const signedIn = secret === null ? null : await validateToken(edge.deps, secret);
  return signedIn?.viewer.role === 'admin';
}

async function saysOk(asked: Promise<void>): Promise<'ok' | 'unreachable'> {
  try {
    await asked;
    return 'ok';
  } catch (error) {
    return error instanceof Error ? 'unreachable' : 'unreachable';
  }
}
