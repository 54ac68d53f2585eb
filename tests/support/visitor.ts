// A browser at the door: it keeps the cookie that it is given, and every call finds out anew who it is.
import { eq } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { appRouter } from '#server/app.ts';
import { hashPassword } from '#server/auth/password-hash.ts';
import { validateSession } from '#server/auth/session.ts';
import type { Deps } from '#server/deps.ts';
import { newId } from '#server/new-id.ts';
import { createCallerFactory } from '#server/trpc.ts';

const createCaller = createCallerFactory(appRouter);

export const PASSWORD = 'correct horse battery';

export function visitor(
  { deps }: { deps: Deps },
  from: { address?: string; userAgent?: string } = {},
) {
  let cookie: string | null = null;
  return {
    get cookie() {
      return cookie;
    },
    /** Whom the server takes this browser for. */
    caller: () => (cookie === null ? Promise.resolve(null) : validateSession(deps, cookie)),
    async call() {
      return createCaller({
        deps,
        caller: await this.caller(),
        requestId: newId(),
        address: from.address ?? '192.0.2.7',
        userAgent: from.userAgent ?? 'a browser',
        setSessionSecret(secret) {
          cookie = secret;
        },
        cursor: null,
        socket: null,
      });
    },
    async signIn(username: string, password = PASSWORD) {
      return (await this.call()).auth.signIn({ username, password });
    },
  };
}

let known: Promise<string> | undefined;

/** Lets somebody sign in with PASSWORD. */
export async function givePassword({ deps }: { deps: Deps }, personId: string): Promise<void> {
  known ??= hashPassword(PASSWORD);
  const passwordHash = await known;
  await deps.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    tx.audit('test.password', { kind: 'person', id: personId });
  });
}
