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
  roomIds: Set<string>;
};

type PersonFacts = {
  id: string;
  role: 'staff' | 'admin';
  teamId: string | null;
  status: 'active' | 'inactive';
};
type RoomFacts = { id: string; memberIds: string[] };

export class RightsBook {
  readonly #people = new Map<string, Rights>();
  readonly #members = new Map<string, Set<string>>();

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
      .select({ roomId: roomMembers.roomId, userId: roomMembers.userId })
      .from(roomMembers);
    for (const row of rows) book.#addMember(row.roomId, row.userId);
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
    else if (kind === 'room') yield* this.#members.get(id) ?? [];
    else
      for (const person of this.#people.values())
        if (kind === 'team' ? person.teamId === id : person.role === 'admin') yield person.id;
  }

  has(topic: string, person: Rights): boolean {
    if (topic === 'staff') return true;
    const [kind, id] = split(topic);
    if (kind === 'user') return person.id === id;
    if (kind === 'room') return person.roomIds.has(id);
    return kind === 'team' ? person.teamId === id : person.role === 'admin';
  }

  apply(event: LoggedEvent): void {
    if (event.feature === 'people' && event.kind.startsWith('person.') && event.data !== null) {
      this.#setPerson(event.data as PersonFacts);
    }
    if (event.feature === 'chat' && event.kind.startsWith('room.')) {
      const room = event.data as RoomFacts | null;
      this.#setMembers(event.id, room?.memberIds ?? []);
    }
  }

  #setPerson(person: PersonFacts): void {
    if (person.status !== 'active') {
      this.#people.delete(person.id);
      return;
    }
    const known = this.#people.get(person.id);
    const roomIds = known?.roomIds ?? this.#roomsOf(person.id);
    this.#people.set(person.id, {
      id: person.id,
      role: person.role,
      teamId: person.teamId,
      roomIds,
    });
  }

  #roomsOf(userId: string): Set<string> {
    const roomIds = [...this.#members]
      .filter(([, members]) => members.has(userId))
      .map(([roomId]) => roomId);
    return new Set(roomIds);
  }

  #setMembers(roomId: string, memberIds: string[]): void {
    for (const userId of this.#members.get(roomId) ?? [])
      this.#people.get(userId)?.roomIds.delete(roomId);
    this.#members.delete(roomId);
    for (const userId of memberIds) this.#addMember(roomId, userId);
  }

  #addMember(roomId: string, userId: string): void {
    const members = this.#members.get(roomId) ?? new Set();
    this.#members.set(roomId, members.add(userId));
    this.#people.get(userId)?.roomIds.add(roomId);
  }
}

function split(topic: string): [kind: string, id: string] {
  const at = topic.indexOf(':');
  return at === -1 ? [topic, ''] : [topic.slice(0, at), topic.slice(at + 1)];
}
