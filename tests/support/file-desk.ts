// Sending and getting files over a real port, as browsers and scripts do.
import { createHash, randomBytes } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#server/new-id.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { createRoom } from '#server/chat/chat.create.ts';
import { sendMessage } from '#server/chat/chat.send.ts';
import { createRoomInput, sendInput } from '#server/chat/chat.schema.ts';
import {
  type ServedApp,
  servedApp,
  type ServedOptions,
  type SignedInPerson,
} from './served-app.ts';

export type Answer = { status: number; headers: Record<string, string | undefined>; body: Buffer };
export type FileDesk = Awaited<ReturnType<typeof fileDesk>>;

/** A served Haru with a folder of its own. */
export async function fileDesk(options: ServedOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'haru-files-'));
  const app = await servedApp({ ...options, config: { ...options.config, dataDir } });
  return {
    app,
    dataDir,
    ask: (path: string, asked: Asked = {}) => ask(app, path, asked),
    /** All that lies on the disk, parts and kept ones, by their path. */
    onDisk: () => filesBelow(join(dataDir, 'files')),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Asked = {
  method?: string;
  as?: SignedInPerson | string | undefined;
  body?: Buffer | string;
  headers?: Record<string, string>;
};

/** `as`: somebody in a browser (with the Origin of our page), or a token. */
function ask(app: ServedApp, path: string, asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = open(app, path, asked);
    sent.on('response', (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const flat = Object.entries(res.headers).map(([name, value]) => [name, String(value)]);
        const headers = Object.fromEntries(flat) as Answer['headers'];
        resolve({ status: res.statusCode ?? 0, headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end(asked.body);
  });
}

/** A request that is not ended yet. */
export function open(app: ServedApp, path: string, asked: Asked): ClientRequest {
  const { method = 'GET', as, headers } = asked;
  const target = { host: '127.0.0.1', port: app.port, path, method, agent: false };
  return request({ ...target, headers: { ...credentials(app, as), ...headers } });
}

function credentials(app: ServedApp, as: Asked['as']): Record<string, string> {
  if (as === undefined) return {};
  if (typeof as === 'string') return { authorization: as };
  return { cookie: as.cookie, origin: app.origin };
}

export type Upload = { id?: string; name?: string; body?: Buffer | string };

export async function upload(
  desk: FileDesk,
  as: SignedInPerson | string,
  { id = newId(), name = '보고서.txt', body = 'hello' }: Upload = {},
): Promise<AttachedFile> {
  const path = `/files/${id}?name=${encodeURIComponent(name)}`;
  const answer = await desk.ask(path, { method: 'PUT', as, body });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body.toString()}`);
  return JSON.parse(answer.body.toString()) as AttachedFile;
}

export async function room(
  { app }: FileDesk,
  by: SignedInPerson,
  others: SignedInPerson[],
): Promise<string> {
  const memberIds = others.map(({ viewer }) => viewer.id);
  const input = createRoomInput.parse({ id: newId(), kind: 'group', memberIds });
  return (await createRoom(app.deps, by.viewer, input)).item.id;
}

export async function post(
  { app }: FileDesk,
  by: SignedInPerson,
  said: { roomId: string; body?: string; fileIds?: string[]; id?: string },
): Promise<Message> {
  const input = sendInput.parse({ id: newId(), body: '', ...said });
  return (await sendMessage(app.deps, by.viewer, input)).item;
}

export function reasonOf({ body }: Answer): unknown {
  const { error } = JSON.parse(body.toString()) as { error: { data: { reason: string } } };
  return error.data.reason;
}

export function sha256(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** A picture of one colour is not needed: its headers are. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), randomBytes(20)]);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
