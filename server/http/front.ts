// Every request comes in here and goes to one of: procedures, files, probes, the web app.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorText, type HeaderList, jsonHeaders, sendText } from './answer.ts';
import { FILES_PREFIX } from './files.ts';
import type { OriginRules } from './origin.ts';
import type { Pages } from './pages.ts';
import type { Probe } from './probes.ts';
import { foreignHost } from './refusals.ts';

export const PROCEDURE_PREFIX = '/trpc/';

export type FrontOptions = {
  procedures: Probe;
  files: Probe;
  probes: Record<string, Probe>;
  pages: Pages;
  rules: OriginRules;
  headers: HeaderList;
  onError(error: unknown): void;
};

/** Addresses that are never pages or files of the web app, whatever comes after them. */
const NO_PAGE = /^\/(?:trpc|ws|files|healthz|readyz|metrics)(?:\/|$)/;

export function createFront(options: FrontOptions) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    dispatch(req, res, options).catch((error: unknown) => {
      options.onError(error);
      if (res.headersSent) res.destroy();
      else
        refuse(res, options, {
          status: 500,
          reason: 'internal',
          message: 'Something went wrong on our side.',
        });
    });
  };
}

async function dispatch(
  req: IncomingMessage,
  res: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const url = req.url ?? '/';
  if (url.startsWith(PROCEDURE_PREFIX)) return options.procedures(req, res);
  if (url.startsWith(FILES_PREFIX)) return options.files(req, res);
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return refuse(res, options, {
      status: 405,
      reason: 'method_not_allowed',
      message: 'Only GET and HEAD.',
    });
  }
  const probe = Object.hasOwn(options.probes, path) ? options.probes[path] : undefined;
  if (probe !== undefined) return probe(req, res);
  if (path === '/ws') {
    return refuse(res, options, {
      status: 426,
      reason: 'upgrade_required',
      message: 'This is a WebSocket’s address.',
    });
  }
  if (!path.startsWith('/') || NO_PAGE.test(path)) {
    return refuse(res, options, {
      status: 404,
      reason: 'not_found',
      message: 'There is nothing at this address.',
    });
  }
  if (!options.rules.isOurHost(req.headers.host)) {
    const { message, facts } = foreignHost(req.headers.host);
    return refuse(res, options, { status: 403, reason: facts.reason, message });
  }
  options.pages(req, res);
}

type Refusal = { status: number; reason: string; message: string };

function refuse(
  res: ServerResponse,
  { headers }: FrontOptions,
  { status, reason, message }: Refusal,
): void {
  const more = status === 405 ? ['allow', 'GET, HEAD'] : [];
  sendText(res, {
    status,
    text: errorText(reason, message),
    headers: [...jsonHeaders(headers), ...more],
  });
}
