// `node server/main.ts` with the demo company in a folder of its own, and tokens of its people. It can be killed and
// started again on the same port.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '#scripts/demo/sign-in.ts';
import { freePort } from './free-port.ts';
import { type MainProcess, startMain } from './main-process.ts';
import { runNode } from './run-node.ts';

export async function demoServer({ isEmpty = false } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'haru-demo-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  if (!isEmpty) await runNode(['scripts/demo.ts'], env);
  let main: MainProcess = await started(env, url);

  return {
    url,
    port,
    env,
    /** A token of `username`, made as on the page of settings. */
    async token(username: string, scope: 'read' | 'write' = 'write') {
      const { haru } = await signIn({ origin: url, page: url }, username, () => {});
      const { item, secret } = await haru.tokens.create.mutate({
        name: 'test',
        scope,
        expiresInDays: 1,
      });
      await haru.close();
      return { id: item.id, secret };
    },
    async kill() {
      main.kill('SIGKILL');
      await main.ended;
    },
    async start() {
      main = await started(env, url);
    },
    async [Symbol.asyncDispose]() {
      await main[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function started(env: Record<string, string>, url: string): Promise<MainProcess> {
  const main = startMain(env);
  const deadline = Date.now() + 30_000;
  while (!(await isReady(url))) {
    if (Date.now() > deadline) throw new Error(`the server did not start: ${main.said.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return main;
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  return answer?.ok === true;
}
