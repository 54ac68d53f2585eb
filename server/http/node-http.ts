// Node's HTTP, without what it brings for browsers' code: `import … from 'node:http'` reads all of its exports, which
// loads the whole of undici for `WebSocket` (14 MB of an idle process on Node 24). Types may be imported as usual.
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
