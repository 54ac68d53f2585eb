// /files/<id>: taking files in and giving them out, with the same session or token, Origin and limits as procedures.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AnyRouter, getErrorShape, getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { forbidden, HaruError, notFound, unauthorized } from '../errors.ts';
import { id as idAtom } from '../atoms.schema.ts';
import { openFile } from '../files/files.read.ts';
import { FILE_MAX_BYTES, fileInput } from '../files/files.schema.ts';
import { addFile, addThumbnail } from '../files/files.upload.ts';
import type { Caller } from '../viewer.ts';
import { type Edge, newRequestId, spendCalls } from './admission.ts';
import { jsonHeaders, sendText } from './answer.ts';
import { sendFile } from './file-answer.ts';
import type { UploadGate } from './file-gate.ts';
import { bodyOf } from './file-source.ts';
import { identify } from './identify.ts';
import type { Failure } from './procedures.ts';
import type { SecurityHeaders } from './security-headers.ts';

export const FILES_PREFIX = '/files/';

export type FilesOptions = {
  edge: Edge;
  /** Whose errors look the same. */
  router: AnyRouter;
  gate: UploadGate;
  security: SecurityHeaders;
  /** Must not throw. */
  onFailure(failure: Failure): void;
};

type Exchange = { req: IncomingMessage; res: ServerResponse; options: FilesOptions };
type Target = { id: string; isThumbnail: boolean; query: URLSearchParams };

export function createFileHandler(options: FilesOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const exchange = { req, res, options };
    try {
      await handle(exchange);
    } catch (cause) {
      if (res.headersSent) throw cause;
      refuse(exchange, cause);
    }
  };
}

async function handle(exchange: Exchange): Promise<void> {
  const { req, res, options } = exchange;
  const { method = '' } = req;
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading && method !== 'PUT') throw wrongMethod(method);
  const { signedIn } = await identify(req, isReading, options.edge);
  spendCalls(options.edge.calls, signedIn?.viewer.id ?? options.edge.addressOf(req), 1);
  if (signedIn === null) throw unauthorized();
  const target = readTarget(req.url ?? '');
  if (!isReading) return await takeIn(exchange, signedIn, target);
  const isThumbnail = target.isThumbnail || target.query.get('size') === 'thumbnail';
  const about = { id: target.id, isThumbnail };
  const file = await openFile(options.edge.deps, signedIn.viewer, about);
  await sendFile(req, res, { file, headers: options.security.file });
}

async function takeIn(exchange: Exchange, caller: Caller, target: Target): Promise<void> {
  const { req, res, options } = exchange;
  const { deps } = options.edge;
  const { viewer } = caller;
  if (caller.token?.scope === 'read') throw forbidden('token_read_only');
  const { id, isThumbnail, query } = target;
  const source = bodyOf(req);
  const announced = Number(req.headers['content-length'] ?? FILE_MAX_BYTES);
  const release = options.gate.enter(viewer.id, announced);
  try {
    const item = isThumbnail
      ? await addThumbnail(deps, viewer, { id, source })
      : await addFile(deps, viewer, { ...readName(id, query), source });
    const headers = jsonHeaders(options.security.api);
    sendText(res, { status: 200, text: JSON.stringify(item), headers });
  } finally {
    release();
  }
}

const TARGET = /^\/files\/([^/]+)(\/thumbnail)?$/;

function readTarget(url: string): Target {
  const [path = '', query = ''] = (url.split('#', 1)[0] ?? '').split(/\?(.*)/s);
  const [, name, thumbnail] = TARGET.exec(path) ?? [];
  const id = idAtom.safeParse(name);
  if (!id.success) throw notFound('file');
  return {
    id: id.data,
    isThumbnail: thumbnail !== undefined,
    query: new URLSearchParams(query),
  };
}

function readName(id: string, query: URLSearchParams) {
  const input = fileInput.safeParse({ id, name: query.get('name') ?? 'file' });
  if (!input.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: input.error });
  return input.data;
}

function wrongMethod(method: string): HaruError {
  const message = `${method} means nothing here: GET, HEAD or PUT.`;
  return new HaruError('METHOD_NOT_SUPPORTED', message, { reason: 'method_not_allowed' });
}

/** The same error as a procedure's. */
function refuse({ res, options }: Exchange, cause: unknown): void {
  const error = getTRPCErrorFromUnknown(cause);
  const { router, security, onFailure } = options;
  const ctx = { requestId: newRequestId() };
  const path = 'files';
  onFailure({ error, path, ctx });
  const config = router._def._config;
  const shape = getErrorShape({ config, error, type: 'unknown', path, input: undefined, ctx });
  const waitSeconds = error instanceof HaruError ? error.facts.retryAfterSeconds : undefined;
  sendText(res, {
    status: shape.data.httpStatus,
    text: JSON.stringify({ error: shape }),
    headers: [
      ...jsonHeaders(security.api),
      ...(waitSeconds === undefined ? [] : ['retry-after', String(waitSeconds)]),
      ...(shape.data.httpStatus === 405 ? ['allow', 'GET, HEAD, PUT'] : []),
      ...(error.code === 'TIMEOUT' ? ['connection', 'close'] : []),
    ],
  });
}
