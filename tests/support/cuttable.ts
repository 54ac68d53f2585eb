// A line to a service that a test can cut, as a network does.
import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** The same URL through the line; `cut` drops what is open and refuses more until `mend`. */
export async function cuttable(url: string) {
  const target = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {
        near.destroy();
        far.destroy();
      });
      socket.on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const through = new URL(url);
  through.host = `127.0.0.1:${port}`;
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: through.href,
    cut() {
      isCut = true;
      drop();
    },
    mend: () => void (isCut = false),
    async [Symbol.asyncDispose]() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
