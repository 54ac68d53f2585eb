// What the terminal says when Haru is up: where to go, and with an empty database the key to it.
import { networkInterfaces } from 'node:os';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { setupToken } from './setup/setup-token.ts';
import { setupStatus } from './setup/setup.service.ts';

export async function greet({ deps }: Pick<App, 'deps'>, port: number): Promise<void> {
  if (deps.config.logLevel === 'silent') return;
  const [url, ...others] = addresses(deps.config, port);
  const lines = [
    `Haru is running: ${url}`,
    ...others.map((other) => `          also at: ${other}`),
  ];
  const { needsSetup } = await setupStatus(deps);
  if (needsSetup) {
    lines.push(
      '',
      'It is empty. Open that page and enter this token to begin:',
      '',
      `    ${setupToken()}`,
      '',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function addresses({ host, publicOrigin }: Config, port: number): string[] {
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const isHere = isEverywhere || host === '127.0.0.1' || host === '::1';
  const local = [at(isHere ? 'localhost' : host), ...(isEverywhere ? ownAddresses().map(at) : [])];
  return publicOrigin === null ? local : [publicOrigin, ...local];
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  );
}
