// Colleagues with tokens, one team, one room of all: straight into a database on which no server runs yet.
import type { Db } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { people, teams } from '#db/schema/people.ts';
import { tokens } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { hashOfToken, newTokenSecret } from '#server/tokens/token-secret.ts';
import type { Viewer } from '#server/viewer.ts';

export type Colleague = { viewer: Viewer; token: string };
export type Company = { colleagues: Colleague[]; teamId: string; roomId: string };

const A_DAY_MS = 86_400_000;

export async function foundCompany(db: Db, size: number): Promise<Company> {
  const [teamId, roomId] = [newId(), newId()];
  const colleagues = Array.from({ length: size }, (_, at): Colleague => {
    const username = `person${at + 1}`;
    const who = { id: newId(), username, name: username, teamId };
    return { viewer: { ...who, role: 'staff', locale: 'ko' }, token: newTokenSecret() };
  });
  const founder = colleagues[0]?.viewer.id ?? '';
  await db.write({ actorId: null }, async (tx) => {
    const made = { version: 1, createdAt: tx.now, updatedAt: tx.now };
    await tx.insert(teams).values({ id: teamId, name: '영업', ...made });
    const rows = colleagues.map(({ viewer }) => ({
      ...viewer,
      ...made,
      status: 'active' as const,
      theme: 'system' as const,
      passwordHash: 'none',
    }));
    await tx.insert(people).values(rows);
    await tx.insert(tokens).values(
      colleagues.map(({ viewer, token }) => ({
        id: newId(),
        personId: viewer.id,
        name: 'test',
        scope: 'write' as const,
        secretHash: hashOfToken(token),
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + A_DAY_MS),
      })),
    );
    await tx.insert(rooms).values({
      id: roomId,
      kind: 'group',
      lastNo: 0,
      version: 1,
      createdById: founder,
      createdAt: tx.now,
      activeAt: tx.now,
    });
    await tx.insert(roomMembers).values(
      colleagues.map(({ viewer }) => ({
        roomId,
        userId: viewer.id,
        isManager: viewer.id === founder,
        joinedNo: 1,
        readNo: 0,
        isMuted: false,
        isPinned: false,
        joinedAt: tx.now,
      })),
    );
    tx.audit('test.company', { kind: 'team', id: teamId });
  });
  return { colleagues, teamId, roomId };
}
