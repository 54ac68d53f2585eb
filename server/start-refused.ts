// Why Haru does not start, for the person at the terminal: a sentence they can act on, without a stack.
import { DatabaseRefused } from '#db/errors.ts';
import { ConfigError } from './config.ts';
import { DataDirRefused } from './data-dir.ts';
import { RedisUnreachable } from './live/bus.ts';

const SAY_IT_THEMSELVES = [DatabaseRefused, DataDirRefused, RedisUnreachable];

export function sayWhy(error: unknown): string {
  if (error instanceof ConfigError) return `Haru does not start:\n${error.problems.join('\n')}`;
  if (!(error instanceof Error)) return `Haru could not start: ${String(error)}`;
  if (SAY_IT_THEMSELVES.some((kind) => error instanceof kind)) return error.message;
  const { code, address, hostname, port, syscall } = error as ListenError;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    return cannotListen(code, { address: address ?? hostname, port, error });
  }
  return `Haru could not start, and that is a fault of its own: ${error.stack ?? error.message}`;
}

type ListenError = NodeJS.ErrnoException & { address?: string; hostname?: string; port?: number };
type Where = { address: string | undefined; port: number | undefined; error: Error };

function cannotListen(code: string | undefined, { address, port, error }: Where): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use: end the other program, or choose another one with PORT.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: choose one from 1024 on with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${address ?? 'That address'} is not an address of this machine: choose another one with HOST.`;
    default:
      return `Haru cannot listen: ${error.message}.`;
  }
}
