// Where Lucia keeps its sessions: our tables, one prepared join, and the rule that whatever changes is an event and has
// an audit label. Lucia reads the machine's clock and we read ours, so that instants are shifted on the way through.
import { and, asc, eq, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Tx, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sessions.ts';
import { topics } from '../live/audience.ts';
import type { Viewer } from '../viewer.ts';
import type { EndReason, SessionEnded, SessionItem } from './auth.schema.ts';

/** How the store reaches the database: on its own, or inside a write that is under way. */
export type Access = {
  now(): Date;
  read<T>(job: (tx: Tx) => Promise<T>): Promise<T>;
  write(job: (tx: WriteTx) => Promise<void>): Promise<void>;
};

/** What came along with the request that signs in. */
export type Origin = { userAgent: string; address: string };

/** What the join says about whoever holds the session; Lucia passes it on as the user's attributes. */
export type SessionFacts = { viewer: Viewer; lastSeenAt: Date };

const USER_AGENT_MAX = 300;

export function sessionStore(
  access: Access,
  origin: Origin = { userAgent: '', address: '' },
): Adapter {
  const aheadMs = () => Date.now() - access.now().getTime();
  const toLucia = (at: Date) => new Date(at.getTime() + aheadMs());
  const fromLucia = (at: Date) => new Date(at.getTime() - aheadMs());

  const remove = (which: (tx: WriteTx) => SQL, reason: EndReason) =>
    access.write(async (tx) => {
      await removeSessions(tx, which(tx), reason);
    });

  return {
    async getSessionAndUser(id) {
      const row = await access.read((tx) => findHolder(tx, id));
      if (row === undefined) return [null, null];
      const { expiresAt, lastSeenAt, status: _status, ...viewer } = row;
      const facts: SessionFacts = { viewer, lastSeenAt };
      return [
        { id, userId: viewer.id, expiresAt: toLucia(expiresAt), attributes: {} },
        { id: viewer.id, attributes: facts },
      ];
    },

    async getUserSessions(personId) {
      const rows = await access.read((tx) =>
        tx.select().from(sessions).where(eq(sessions.personId, personId)).orderBy(asc(sessions.id)),
      );
      return rows.map((row): DatabaseSession => {
        return {
          id: row.id,
          userId: row.personId,
          expiresAt: toLucia(row.expiresAt),
          attributes: {},
        };
      });
    },

    setSession: (session) =>
      access.write(async (tx) => {
        const item: SessionItem = {
          id: session.id,
          personId: session.userId,
          createdAt: tx.now,
          lastSeenAt: tx.now,
          expiresAt: fromLucia(session.expiresAt),
          userAgent: origin.userAgent.slice(0, USER_AGENT_MAX),
          address: origin.address,
        };
        await tx.insert(sessions).values(item);
        emitSession(tx, 'session.started', item);
        tx.audit('session.start', { kind: 'session', id: item.id }, { personId: item.personId });
      }),

    updateSessionExpiration: (id, expiresAt) =>
      access.write((tx) => changeSession(tx, id, { expiresAt: fromLucia(expiresAt) })),

    deleteSession: (id) => remove(() => eq(sessions.id, id), 'expired'),
    deleteUserSessions: (personId) =>
      remove(() => eq(sessions.personId, personId), 'session_ended'),
    deleteExpiredSessions: () => remove((tx) => lte(sessions.expiresAt, tx.now), 'expired'),
  };
}

/** Sessions go, and everybody who shows or serves them is told why. */
export async function removeSessions(
  tx: WriteTx,
  which: SQL | undefined,
  reason: EndReason,
): Promise<number> {
  const rows = await tx
    .delete(sessions)
    .where(which)
    .returning({ id: sessions.id, personId: sessions.personId });
  for (const { id, personId } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const data: SessionEnded = { sessionId: id, personId, reason };
    tx.emit({
      feature: 'people',
      kind: 'session.ended',
      id,
      version: tx.now.getTime(),
      audience: [topics.user(personId), topics.admins],
      data,
    });
    tx.audit('session.end', { kind: 'session', id }, { personId, reason });
  }
  return rows.length;
}

export function ofPerson(personId: string, except?: string): SQL | undefined {
  return and(
    eq(sessions.personId, personId),
    except === undefined ? undefined : ne(sessions.id, except),
  );
}

/** Nothing happens if it has ended meanwhile. */
export async function changeSession(
  tx: WriteTx,
  id: string,
  change: { expiresAt: Date } | { lastSeenAt: Date },
): Promise<void> {
  const [item] = await tx.update(sessions).set(change).where(eq(sessions.id, id)).returning();
  if (item === undefined) return;
  emitSession(tx, 'session.changed', item);
  const label = 'expiresAt' in change ? 'session.renew' : 'session.touch';
  tx.audit(label, { kind: 'session', id }, { personId: item.personId });
}

function emitSession(
  tx: WriteTx,
  kind: 'session.started' | 'session.changed',
  item: SessionItem,
): void {
  tx.emit({
    feature: 'people',
    kind,
    id: item.id,
    version: tx.now.getTime(),
    audience: [topics.user(item.personId), topics.admins],
    data: item,
  });
}

async function findHolder(tx: Tx, id: string) {
  const question = tx.prepared('auth.session', (q) =>
    q
      .select({
        expiresAt: sessions.expiresAt,
        lastSeenAt: sessions.lastSeenAt,
        status: people.status,
        id: people.id,
        username: people.username,
        name: people.name,
        role: people.role,
        teamId: people.teamId,
        locale: people.locale,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(eq(sessions.id, sql.placeholder('id'))),
  );
  const [row] = await question.execute({ id });
  return row?.status === 'active' ? row : undefined;
}
