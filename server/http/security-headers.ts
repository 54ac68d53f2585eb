// What browsers are told on every answer, made once by helmet and then only written.
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';
import type { HeaderList } from './answer.ts';

export type SecurityHeaders = {
  /** For answers that are no page: nothing in them may load or run anything. */
  api: HeaderList;
  /** For files that people have sent: whatever they are, nothing in them runs, and no other site shows them. */
  file: HeaderList;
  /** For pages; `host` is the one the browser used, for the socket's address in the policy. */
  page(host: string): HeaderList;
};

export function createSecurityHeaders(isSecure: boolean): SecurityHeaders {
  const common = recordHeaders({
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers warn about these two on plain http, where they have no effect.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const apiPolicy = policyHeader({ defaultSrc: ["'none'"], frameAncestors: ["'none'"] });
  return {
    api: [...common, ...apiPolicy],
    file: [...common, ...policyHeader(FILE_POLICY)],
    page: (host) => [...common, ...policyHeader(pagePolicy(isSecure, host))],
  };
}

type Policy = Record<string, string[]>;

/** A browser that shows a picture by itself gives it a style of its own. */
const FILE_POLICY: Policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  frameAncestors: ["'none'"],
  sandbox: [],
};

function pagePolicy(isSecure: boolean, host: string): Policy {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'", `${isSecure ? 'wss' : 'ws'}://${host}`],
    fontSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    objectSrc: ["'none'"],
    ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
  };
}

function policyHeader(directives: Policy): HeaderList {
  return ['content-security-policy', ...recordPolicy(directives)];
}

function recordPolicy(directives: Policy): HeaderList {
  const headers = recorder();
  helmet.contentSecurityPolicy({ useDefaults: false, directives })(
    noRequest,
    headers.res,
    headers.done,
  );
  return headers.list.slice(1);
}

function recordHeaders(options: HelmetOptions): HeaderList {
  const headers = recorder();
  helmet(options)(noRequest, headers.res, headers.done);
  return headers.list;
}

const noRequest = {} as IncomingMessage;

/** Stands where helmet expects a response, and keeps what it sets. */
function recorder() {
  const list: string[] = [];
  const res = {
    setHeader: (name: string, value: string) => list.push(name.toLowerCase(), value),
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  const done = (error?: unknown) => {
    if (error !== undefined) throw new Error('helmet refused these headers', { cause: error });
  };
  return { list, res, done };
}
