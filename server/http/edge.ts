// The edge of one app: only in this folder req, res and ws are known. Puts the parts together and takes them down again.
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyRouter } from '@trpc/server';
import { recordTiming } from '../admin/timings.ts';
import type { Deps } from '../deps.ts';
import type { Bus } from '../live/bus.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createAddressOf } from './address.ts';
import { admit, type Edge, newRequestId } from './admission.ts';
import { jsonHeaders } from './answer.ts';
import { type BudgetSize, createBudget } from './budget.ts';
import { createFront, PROCEDURE_PREFIX } from './front.ts';
import { createUploadGate } from './file-gate.ts';
import { createFileHandler } from './files.ts';
import type { Listener } from './listener.ts';
import { createOriginRules } from './origin.ts';
import { createPages, pagesFolder } from './pages.ts';
import { createProbes, type Probe } from './probes.ts';
import { createProcedureHandler, type Failure, type ProcedureOptions } from './procedures.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { createSockets, type Sockets } from './sockets.ts';

/** Far more than any screen needs; a script that loops notices. */
const CALLS: BudgetSize = { amount: 600, windowMs: 10_000 };

export type EdgeOptions = {
  deps: Deps;
  router: AnyRouter;
  bus: Bus;
  /** Calls per person; also per address, for those who are not signed in. */
  callBudget?: BudgetSize | undefined;
  /** Files sent per person. */
  uploadBudget?: BudgetSize | undefined;
  /** Of the built web app; absent: where the build puts it. */
  pagesFolder?: string | null | undefined;
};

export type HttpEdge = {
  serve(listener: Listener): void;
  /** Sends sockets elsewhere, lets what runs end for at most so long, then cuts. */
  close(drainMs: number): Promise<void>;
};

export function createEdge(options: EdgeOptions): HttpEdge {
  const { deps, router, bus } = options;
  const rules = createOriginRules(deps.config.publicOrigin);
  const edge: Edge = {
    deps,
    rules,
    addressOf: createAddressOf(deps.config.trustedProxies),
    calls: createBudget(options.callBudget ?? CALLS),
  };
  const security = createSecurityHeaders(rules.isSecure);
  const metrics = createMetrics(gaugesOf(deps));
  const onFailure = failureLog(deps, metrics);
  const sockets = createSockets({ edge, router, headers: security.api, onFailure });
  let server: Server | undefined;

  const handle = createFront({
    procedures: measured(metrics, {
      router,
      prefix: PROCEDURE_PREFIX,
      headers: jsonHeaders(security.api),
      admit: (req, callCount) => admit(edge, req, callCount),
      contextOfRefusal: () => ({ requestId: newRequestId() }),
      onFailure,
    }),
    files: createFileHandler({
      edge,
      router,
      gate: createUploadGate(options.uploadBudget),
      security,
      onFailure,
    }),
    probes: createProbes({
      edge,
      bus,
      metrics,
      headers: security.api,
      isReady: () => server !== undefined,
    }),
    pages: createPages(
      options.pagesFolder === undefined ? pagesFolder() : options.pagesFolder,
      security,
    ),
    rules,
    headers: security.api,
    onError: (error) =>
      deps.log.error({ err: error }, 'A request failed outside of any procedure.'),
  });

  return {
    serve(listener) {
      server = listener.server;
      server.removeAllListeners('request').on('request', handle);
      server.on('upgrade', (req, stream, head) => sockets.upgrade(req, stream, head));
    },
    async close(drainMs) {
      sockets.drain();
      if (server !== undefined) await stop(server, sockets, drainMs);
    },
  };
}

function measured(metrics: Metrics, options: ProcedureOptions): Probe {
  const handle = createProcedureHandler(options);
  return async (req, res) => {
    const startedMs = performance.now();
    await handle(req, res);
    recordTiming(performance.now() - startedMs);
    metrics.countAnswer(res.statusCode);
  };
}

function gaugesOf({ connections, hub }: Deps) {
  return {
    haru_sockets: { help: 'Open sockets.', read: () => connections.count() },
    haru_people_connected: {
      help: 'People with a socket.',
      read: () => connections.personIds().length,
    },
    haru_subscriptions: { help: 'Subscriptions to changes.', read: () => hub.subscriberCount() },
    haru_log_position: { help: 'Newest event handed out.', read: () => hub.published },
  };
}

/** People's mistakes are not alerts. Must not throw: in tRPC 11.19 that would end the process. */
function failureLog(deps: Deps, metrics: Metrics) {
  return ({ error, path, ctx }: Failure): void => {
    try {
      metrics.countFailure(error.code);
      const requestId = ctx !== undefined && 'requestId' in ctx ? ctx.requestId : undefined;
      if (error.code === 'INTERNAL_SERVER_ERROR') {
        deps.log.error({ requestId, path, err: error.cause ?? error }, 'A call failed.');
      } else {
        deps.log.debug({ requestId, path, code: error.code }, 'A call was refused.');
      }
    } catch (cause) {
      process.stderr.write(`A failure could not be logged: ${String(cause)}\n`);
    }
  };
}

async function stop(server: Server, sockets: Sockets, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const patience = new AbortController();
  await Promise.race([
    closed,
    sleep(drainMs, undefined, { signal: patience.signal }).catch(() => {}),
  ]);
  patience.abort();
  sockets.closeAll();
  server.closeAllConnections();
  await closed;
}
