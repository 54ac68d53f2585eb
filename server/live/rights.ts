// Who may see what, as of the newest event this process has read. It is moved only by events, before each of them is
// delivered: whoever was removed by an event receives nothing with a higher seq.
import { eq } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import type { LoggedEvent } from './log.ts';

export type Rights = {
  id: string;
  role: 'staff' | 'admin';
  teamId: string | null;
  /** By id: the number of the first message that is theirs to see. */
  rooms: Map<string, number>;
};

type PersonFacts = {
  id: string;
  role: 'staff' | 'admin';
  teamId: string | null;
  status: 'active' | 'inactive';
};
type RoomFacts = { id: string; memberIds: string[] };
type MemberFacts = { roomId: string; userId: string; member: { seesFromNo: number } | null };

/** Of somebody who just came: until the event that says from where they may see, nothing said is theirs to see. */
const NOTHING_YET = Number.POSITIVE_INFINITY;

export class RightsBook {
  readonly #people = new Map<string, Rights>();
  readonly #members = new Map<string, Map<string, number>>();

  static async load(tx: ReadTx): Promise<RightsBook> {
    const book = new RightsBook();
    const columns = {
      id: people.id,
      role: people.role,
      teamId: people.teamId,
      status: people.status,
    };
    for (const person of await tx.select(columns).from(people).where(eq(people.status, 'active')))
      book.#setPerson(person);
    const rows = await tx
      .select({
        roomId: roomMembers.roomId,
        userId: roomMembers.userId,
        seesFromNo: roomMembers.seesFromNo,
      })
      .from(roomMembers);
    for (const row of rows) book.#setMember(row.roomId, row.userId, row.seesFromNo);
    return book;
  }

  /** Undefined when not (or no longer) active. */
  of(userId: string): Rights | undefined {
    return this.#people.get(userId);
  }

  /** The active people a topic names, of now. */
  *behind(topic: string): Iterable<string> {
    if (topic === 'staff') return yield* this.#people.keys();
    const [kind, id] = split(topic);
    if (kind === 'user') yield id;
    else if (kind === 'room') yield* this.#members.get(id)?.keys() ?? [];
    else
      for (const person of this.#people.values())
        if (kind === 'team' ? person.teamId === id : person.role === 'admin') yield person.id;
  }

  has(topic: string, person: Rights): boolean {
    if (topic === 'staff') return true;
    const [kind, id] = split(topic);
    if (kind === 'user') return person.id === id;
    if (kind === 'room') return person.rooms.has(id);
    return kind === 'team' ? person.teamId === id : person.role === 'admin';
  }

  apply(event: LoggedEvent): void {
    if (event.feature === 'people' && event.kind.startsWith('person.') && event.data !== null) {
      this.#setPerson(event.data as PersonFacts);
    }
    if (event.feature !== 'chat') return;
    if (event.kind.startsWith('room.')) {
      const room = event.data as RoomFacts | null;
      const first = event.kind === 'room.created' ? 1 : NOTHING_YET;
      this.#setMembers(event.id, room?.memberIds ?? [], first);
    }
    if (event.kind === 'member.changed') {
      const { roomId, userId, member } = event.data as MemberFacts;
      if (member !== null) this.#setMember(roomId, userId, member.seesFromNo);
    }
  }

  #setPerson(person: PersonFacts): void {
    if (person.status !== 'active') {
      this.#people.delete(person.id);
      return;
    }
    const known = this.#people.get(person.id);
    const rooms = known?.rooms ?? this.#roomsOf(person.id);
    this.#people.set(person.id, {
      id: person.id,
      role: person.role,
      teamId: person.teamId,
      rooms,
    });
  }

  #roomsOf(userId: string): Map<string, number> {
    const rooms = new Map<string, number>();
    for (const [roomId, members] of this.#members) {
      const seesFromNo = members.get(userId);
      if (seesFromNo !== undefined) rooms.set(roomId, seesFromNo);
    }
    return rooms;
  }

  /** Whoever was there sees what they saw; whoever is new, from `first` on. */
  #setMembers(roomId: string, memberIds: string[], first: number): void {
    const before = this.#members.get(roomId) ?? new Map<string, number>();
    for (const userId of before.keys()) this.#people.get(userId)?.rooms.delete(roomId);
    this.#members.delete(roomId);
    for (const userId of memberIds) this.#setMember(roomId, userId, before.get(userId) ?? first);
  }

  #setMember(roomId: string, userId: string, seesFromNo: number): void {
    const members = this.#members.get(roomId) ?? new Map<string, number>();
    this.#members.set(roomId, members.set(userId, seesFromNo));
    this.#people.get(userId)?.rooms.set(roomId, seesFromNo);
  }
}

function split(topic: string): [kind: string, id: string] {
  const at = topic.indexOf(':');
  return at === -1 ? [topic, ''] : [topic.slice(0, at), topic.slice(at + 1)];
}
