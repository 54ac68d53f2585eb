// The inputs of the calls of one request: read and parsed once, when the first procedure asks, so that nobody who is
// refused before costs more than the refusal.
import type { IncomingMessage } from 'node:http';
import { type AnyRouter, TRPCError } from '@trpc/server';
import { readBody } from './body.ts';
import type { CallTarget } from './procedure-request.ts';

export type Inputs = {
  /** Rejects with BAD_REQUEST (for every call of a batch, also if only one input is malformed) or PAYLOAD_TOO_LARGE. */
  read(index: number): Promise<unknown>;
  /** What was read so far. */
  known(index: number): unknown;
};

export function createInputs(req: IncomingMessage, router: AnyRouter, target: CallTarget): Inputs {
  let parsed: unknown[] = [];
  let parsing: Promise<void> | null = null;
  async function parse(): Promise<void> {
    try {
      parsed = parseInputs(router, target, await readRaw(req, target));
    } catch (cause) {
      if (cause instanceof TRPCError) throw cause;
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: cause instanceof Error ? cause.message : 'Invalid input',
        cause,
      });
    }
  }
  return {
    async read(index) {
      await (parsing ??= parse());
      return parsed[index];
    },
    known: (index) => parsed[index],
  };
}

async function readRaw(req: IncomingMessage, target: CallTarget): Promise<unknown> {
  if (req.method !== 'GET') return JSON.parse(await readBody(req));
  return target.input === null || target.input === '' ? undefined : JSON.parse(target.input);
}

function parseInputs(router: AnyRouter, target: CallTarget, raw: unknown): unknown[] {
  if (raw === undefined) return [];
  const { transformer } = router._def._config;
  if (!target.isBatch) return [transformer.input.deserialize(raw)];
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: '"input" needs to be an object when doing a batch call',
    });
  }
  const byIndex = raw as Record<number, unknown>;
  return target.paths.map((_path, index) => {
    const input = byIndex[index];
    return input === undefined ? undefined : transformer.input.deserialize(input);
  });
}
