// A push service of our own on loopback, and browsers that subscribe with it. It decrypts what it is sent as a browser
// would (RFC 8188 and 8291), with Node's cryptography and nothing of the library that encrypts.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushNote } from '#server/push/push.schema.ts';

type Arrived = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export type PushBrowser = {
  endpoint: string;
  publicKey: string;
  authSecret: string;
  /** What has arrived for this browser, in order, decrypted. */
  notes: () => PushNote[];
};

export async function pushService() {
  const arrived: Arrived[] = [];
  let status = 201;
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      arrived.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(parts) });
      res.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    arrived,
    isPushService: (endpoint: URL) => endpoint.origin === origin,
    answerWith(next: number) {
      status = next;
    },
    browser(name: string): PushBrowser {
      const keys = createECDH('prime256v1');
      const publicKey = keys.generateKeys();
      const authSecret = randomBytes(16);
      const path = `/push/${name}`;
      return {
        endpoint: `${origin}${path}`,
        publicKey: publicKey.toString('base64url'),
        authSecret: authSecret.toString('base64url'),
        notes: () =>
          arrived
            .filter((one) => one.path === path)
            .map(({ body }) => {
              const shared = keys.computeSecret(body.subarray(21, 21 + body.readUInt8(20)));
              return JSON.parse(decrypt(body, { publicKey, authSecret, shared })) as PushNote;
            }),
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Receiver = { publicKey: Buffer; authSecret: Buffer; shared: Buffer };

/** Salt, record size and the sender's key stand before the one record. */
function decrypt(body: Buffer, { publicKey, authSecret, shared }: Receiver): string {
  const salt = body.subarray(0, 16);
  const keyEnd = 21 + body.readUInt8(20);
  const sender = body.subarray(21, keyEnd);
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = derive(shared, authSecret, about, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const sealed = body.subarray(keyEnd, -16);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
}

/** The claims of a push's sender (RFC 8292); throws unless `publicKey` signed them. */
export function senderOf(headers: IncomingHttpHeaders, publicKey: string) {
  const [, token = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned || key !== publicKey) throw new Error('not signed by this office');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string };
}
