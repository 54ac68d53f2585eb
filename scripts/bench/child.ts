// A process of its own for one side of a measurement, asked over IPC: so that a server's CPU is only its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';

export type Cost = { cpuMs: number; rssMb: number };

export type Child = {
  ask<R>(message: { do: string } & Record<string, unknown>): Promise<R>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts `scripts/bench/<file>`, which calls answer(). */
export async function startChild(file: string, args: string[] = []): Promise<Child> {
  const child = fork(new URL(file, import.meta.url), args, {
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await once(child, 'message');
  let lastId = 0;
  return {
    async ask<R>(message: { do: string } & Record<string, unknown>) {
      lastId += 1;
      const id = lastId;
      child.send({ id, ...message });
      for (;;) {
        const [reply] = (await once(child, 'message')) as [
          { id: number; result: R; error?: string },
        ];
        if (reply.id !== id) continue;
        if (reply.error !== undefined) throw new Error(reply.error);
        return reply.result;
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await once(child, 'close').catch(() => undefined);
    },
  };
}

type Handlers = Record<string, (message: Record<string, unknown>) => unknown>;

/** The child's side: does what it is asked, and can always say what it has cost. */
export function answer(handlers: Handlers): void {
  let started = process.cpuUsage();
  const all: Handlers = {
    ...handlers,
    resetCost: () => {
      globalThis.gc?.();
      started = process.cpuUsage();
    },
    cost: (): Cost => {
      const { user, system } = process.cpuUsage(started);
      return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1e6 };
    },
  };
  process.on('message', (message: { id: number; do: string }) => {
    Promise.resolve()
      .then(() => all[message.do]?.(message as unknown as Record<string, unknown>))
      .then(
        (result) => process.send?.({ id: message.id, result }),
        (error: unknown) =>
          process.send?.({
            id: message.id,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
  });
  process.send?.({ ready: true });
}
