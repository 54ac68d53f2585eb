// Who is writing, to the members of now. Not logged, not kept, may be lost.
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { Gathered } from '../presence/gathered.ts';
import type { Viewer } from '../viewer.ts';
import type { OnTypingInput, SetTypingInput, TypingUpdate } from './chat.schema.ts';

export async function setTyping(
  deps: Deps,
  viewer: Viewer,
  input: SetTypingInput,
): Promise<{ asOf: string }> {
  // They may have come into the room a moment ago, and this process not have read of it yet.
  if (!isMember(deps, viewer.id, input.roomId)) await readAll(deps);
  if (!isMember(deps, viewer.id, input.roomId)) throw notFound('room');
  const { typing } = deps.presence;
  if (input.typing) typing.start(input.roomId, viewer.id);
  else typing.stop(input.roomId, viewer.id);
  return { asOf: deps.hub.position };
}

/** First where somebody is writing already, then every change. */
export async function* followTyping(
  deps: Deps,
  viewer: Viewer,
  options: { input: OnTypingInput; signal: AbortSignal | undefined },
): AsyncGenerator<TypingUpdate> {
  const { input, signal = new AbortController().signal } = options;
  const { typing } = deps.presence;
  const waiting = new Gathered<string[]>();
  const look = (roomId: string) => {
    const isWanted = input?.roomId === undefined || input.roomId === roomId;
    if (isWanted && isMember(deps, viewer.id, roomId))
      waiting.put([[roomId, othersIn(deps, roomId, viewer)]]);
  };
  const stop = typing.onChange(look);
  try {
    for (const roomId of typing.rooms()) look(roomId);
    while (!signal.aborted) {
      for (const [roomId, userIds] of await waiting.take(signal))
        if (isMember(deps, viewer.id, roomId)) yield { roomId, userIds };
    }
  } finally {
    stop();
  }
}

function othersIn(deps: Deps, roomId: string, viewer: Viewer): string[] {
  return deps.presence.typing
    .writersIn(roomId)
    .filter((userId) => userId !== viewer.id && isMember(deps, userId, roomId));
}

async function readAll({ db, hub }: Deps): Promise<void> {
  await hub.readUpTo(await db.read(async (tx) => tx.seq));
}

function isMember(deps: Deps, userId: string, roomId: string): boolean {
  return deps.hub.rightsOf(userId)?.rooms.has(roomId) === true;
}
