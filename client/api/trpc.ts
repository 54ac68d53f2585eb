import { createTRPCReact } from '@trpc/react-query';
import type { AppRouter } from '#server/app.ts';

/** The typed hooks: the one way a screen talks to the server. */
export const trpc = createTRPCReact<AppRouter>();
