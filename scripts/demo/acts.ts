// What colleagues do all day. Each act returns what it was, for the terminal, or null when there was nothing to do.
import { randomUUID } from 'node:crypto';
import { MESSAGES } from '#server/demo/demo-words.ts';
import { completeReminder, editPromotion } from './acts-rare.ts';
import { addTask, changeTask, commentOnTask, moveCard } from './acts-tasks.ts';
import { chance, choose } from './choose.ts';
import type { Desk } from './sign-in.ts';
import { about, wait } from './wait.ts';

export type Act = (desk: Desk, goHome: AbortSignal) => Promise<string | null>;

/** Out of a hundred. */
const habits: [percent: number, act: Act][] = [
  [38, writeSomewhere],
  [14, catchUpOnReading],
  [16, moveCard],
  [10, changeTask],
  [10, commentOnTask],
  [4, addTask],
  [4, completeReminder],
  [4, editPromotion],
];

const TYPING_MS_PER_LETTER = 90;
const TYPING_AT_LEAST_MS = 900;

export function nextAct(): Act {
  let left = Math.random() * 100;
  const habit = habits.find(([percent]) => {
    left -= percent;
    return left < 0;
  });
  return habit?.[1] ?? writeSomewhere;
}

/** Typing takes as long as it takes; the others see it. */
export async function answer(
  { haru }: Desk,
  roomId: string,
  goHome: AbortSignal,
): Promise<string | null> {
  const body = choose(MESSAGES);
  await haru.chat.setTyping.mutate({ roomId, typing: true });
  const typingMs = about(Math.max(TYPING_AT_LEAST_MS, body.length * TYPING_MS_PER_LETTER));
  if (!(await wait(typingMs, goHome))) return null;
  await haru.chat.send.mutate({ id: randomUUID(), roomId, body });
  return `wrote: ${body}`;
}

async function writeSomewhere(desk: Desk, goHome: AbortSignal): Promise<string | null> {
  const { items } = await desk.haru.chat.rooms.query();
  // The rooms that were busy last are busy next.
  const room = choose(chance(60) ? items.slice(0, 4) : items);
  return room === undefined ? null : answer(desk, room.id, goHome);
}

async function catchUpOnReading({ haru }: Desk): Promise<string | null> {
  const [{ rooms: unread }, { items }] = await Promise.all([
    haru.nav.counts.query(),
    haru.chat.rooms.query(),
  ]);
  const room = choose(items.filter(({ id }) => (unread[id] ?? 0) > 0));
  if (room === undefined || room.lastMessage === null) return null;
  await haru.chat.markRead.mutate({ roomId: room.id, no: room.lastMessage.no });
  return 'read what is new in a room';
}
