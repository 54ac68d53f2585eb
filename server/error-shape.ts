// What a failed call looks like on the wire. It must never throw: in tRPC 11.19 that ends the process.
import type { TRPCError } from '@trpc/server';
import type { DefaultErrorShape } from '@trpc/server/unstable-core-do-not-import';
import * as z from 'zod/mini';
import { type ErrorFacts, HaruError } from './errors.ts';

type ErrorData = ErrorFacts & {
  code: string;
  httpStatus: number;
  path?: string;
  requestId?: string;
};
type Shape = { message: string; code: DefaultErrorShape['code']; data: ErrorData };

export function describeError(options: {
  shape: DefaultErrorShape;
  error: TRPCError;
  path: string | undefined;
  ctx: { requestId: string } | undefined;
}): Shape {
  const { shape, error, path, ctx } = options;
  const base = {
    code: shape.data.code,
    httpStatus: shape.data.httpStatus,
    ...(path === undefined ? {} : { path }),
    ...(ctx === undefined ? {} : { requestId: ctx.requestId }),
  };
  if (error instanceof HaruError)
    return { message: error.message, code: shape.code, data: { ...base, ...error.facts } };
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return {
      message: 'Something went wrong on our side.',
      code: shape.code,
      data: { ...base, reason: 'internal' },
    };
  }
  if (error.cause instanceof z.core.$ZodError) {
    const fields = fieldErrors(error.cause.issues);
    return {
      message: describeFields(fields),
      code: shape.code,
      data: { ...base, reason: 'invalid_input', fields },
    };
  }
  return {
    message: error.message,
    code: shape.code,
    data: { ...base, reason: error.code.toLowerCase() },
  };
}

function fieldErrors(issues: readonly z.core.$ZodIssue[]): Record<string, string[]> {
  const fields = Object.create(null) as Record<string, string[]>;
  for (const issue of issues.slice(0, 50)) {
    const path = issue.path.map(String).join('.') || 'input';
    (fields[path] ??= []).push(issue.message);
  }
  return { ...fields };
}

function describeFields(fields: Record<string, string[]>): string {
  return Object.entries(fields)
    .map(([path, reasons]) => `${path}: ${reasons.join(', ')}`)
    .join('; ');
}
