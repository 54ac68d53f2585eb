import { TRPCError } from '@trpc/server';

/** How each of several acts at once ended, in their order: `done`, or the code of the refusal. */
export async function outcomes(acts: Promise<unknown>[]): Promise<string[]> {
  const ended = await Promise.allSettled(acts);
  return ended.map((answer) => {
    if (answer.status === 'fulfilled') return 'done';
    if (answer.reason instanceof TRPCError) return answer.reason.code;
    throw answer.reason;
  });
}
