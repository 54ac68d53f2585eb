// `npm run dev`: one address, one process tree. Vite serves the screens and passes everything else
// on to the server, which Node starts anew whenever one of its files is saved.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { freePort } from '#tests/support/free-port.ts';

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
const serverPort = await freePort();
const serverUrl = `http://127.0.0.1:${serverPort}`;

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  stdio: 'inherit',
  env: {
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(serverPort),
  },
});

const paths = ['/trpc', '/files', '/healthz', '/readyz', '/metrics'];
const vite = await createServer({
  configFile: 'client/vite.config.ts',
  server: {
    host,
    port,
    strictPort: true,
    proxy: {
      ...Object.fromEntries(paths.map((path) => [path, { target: serverUrl }])),
      '/ws': { target: serverUrl, ws: true },
    },
  },
});
await vite.listen();
console.log(`Haru, reloading on save: http://localhost:${port}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
server.once('exit', () => void close());

async function close() {
  server.kill();
  await vite.close();
  process.exit(0);
}
