// Why Haru does not start, for the person at the terminal: a sentence they can act on, without a stack.
import { ConfigError } from './config.ts';

export function sayWhy(error: unknown): string {
  if (error instanceof ConfigError) return `Haru does not start:\n${error.problems.join('\n')}`;
  if (!(error instanceof Error)) return `Haru does not start: ${String(error)}`;
  const { code, address, port, syscall } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return cannotListen(code, { address, port, error });
  return error.message;
}

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
