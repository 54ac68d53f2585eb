// The web app: every page address is index.html, files come precompressed. Files with a hash in their name are kept for
// a year, everything else is asked for again each time (with an ETag).
import { existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { errorText, jsonHeaders, sendText } from './answer.ts';
import type { SecurityHeaders } from './security-headers.ts';

export type Pages = (req: IncomingMessage, res: ServerResponse) => void;

const PAGE = '/index.html';
const FOREVER = 'public, max-age=31536000, immutable';
const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/** `folder` null: not built (yet). */
export function createPages(folder: string | null, security: SecurityHeaders): Pages {
  if (folder === null) return (_req, res) => answerMissing(res, security, 'not_built');
  const serve = createFiles(folder);
  return (req, res) => {
    const path = (req.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    const isPage = !/\.\w+$/.test(path) && !path.startsWith('/assets/');
    if (isPage) req.url = PAGE;
    // Ranges are of no use for small files, and sirv trips over strange ones.
    delete req.headers.range;
    // A file that a new build has taken away must not end the process.
    res.once('pipe', (source) => source.once('error', () => res.destroy()));
    for (const [name, value] of pairs(security.page(req.headers.host ?? 'localhost')))
      res.setHeader(name, value);
    res.setHeader('cache-control', HASHED.test(path) ? FOREVER : 'no-cache');
    serve(req, res, () => answerMissing(res, security, 'page_not_found'));
  };
}

/** sirv remembers names and sizes: after a new build it must look again. */
function createFiles(folder: string): ReturnType<typeof sirv> {
  const builtAt = () =>
    statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const look = () => sirv(folder, { etag: true, brotli: true, gzip: true, extensions: [] });
  let seenAt = builtAt();
  let serve = look();
  return (req, res, next) => {
    const nowAt = req.url === PAGE ? builtAt() : seenAt;
    if (nowAt !== seenAt && nowAt !== 0) {
      seenAt = nowAt;
      serve = look();
    }
    serve(req, res, next);
  };
}

function answerMissing(
  res: ServerResponse,
  security: SecurityHeaders,
  reason: 'not_built' | 'page_not_found',
): void {
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  const message =
    reason === 'not_built'
      ? 'The web app is not built: run "npm run build".'
      : 'There is nothing at this address.';
  const status = reason === 'not_built' ? 503 : 404;
  sendText(res, { status, text: errorText(reason, message), headers: jsonHeaders(security.api) });
}

function pairs(headers: readonly string[]): [string, string][] {
  return headers.flatMap((name, index): [string, string][] => {
    const value = headers[index + 1];
    return index % 2 === 0 && value !== undefined ? [[name, value]] : [];
  });
}

/** Where the build put them, seen from the sources (server/http) and from the bundle (dist/server) alike. */
export function pagesFolder(): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'dist', 'client');
    if (existsSync(join(candidate, 'index.html'))) return candidate;
    if (existsSync(join(folder, 'package.json'))) return null;
  }
  return null;
}
