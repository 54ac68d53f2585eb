// What travels on live subscriptions. Also read by the browser and by scripts.
import * as z from 'zod/mini';
import { position } from '../atoms.schema.ts';

/** The parts of the office that change live; also the names of the filtered subscriptions. */
export type Feature =
  | 'tasks'
  | 'chat'
  | 'reminders'
  | 'promotions'
  | 'people'
  | 'teams'
  | 'day'
  | 'notifications'
  | 'views';

/**
 * One change, in commit order. `data` is the thing's list shape after it; `gone` instead says that it is removed, or
 * no longer theirs to see. The author gets the same event as everybody, with the `mutationId` they named.
 */
export type ChangeEvent = {
  seq: number;
  feature: Feature;
  kind: string;
  id: string;
  version: number;
  mutationId: string | null;
  actorId: string | null;
  at: Date;
} & ({ data: unknown; gone?: never } | { data?: never; gone: true });

/** `resync`: the log no longer reaches back to your cursor, ask for everything again. `mark`: nothing new for you up to here. */
export type LiveSignal = { kind: 'resync' | 'mark'; at: Date };

export type LiveEvent = ChangeEvent | LiveSignal;

export function isChange(event: LiveEvent): event is ChangeEvent {
  return event.kind !== 'resync' && event.kind !== 'mark';
}

/** `lastEventId` is where to go on: the lowest `asOf` of the answers held, later the id of the last frame. Absent = from now. */
export const onChangeInput = z.optional(
  z.object({ lastEventId: z.optional(z.nullable(position)) }),
);

export type OnChangeInput = z.infer<typeof onChangeInput>;
