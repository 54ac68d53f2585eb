import * as z from 'zod/mini';
import { cursor, limit, PAGE_DEFAULT } from '../atoms.schema.ts';
import type { TaskItem } from './tasks.schema.ts';

/** So long a removed task can be had back; then it is gone for good. */
export const TRASH_DAYS = 30;

export type TrashedTask = TaskItem & { removedAt: Date; removedById: string | null };

export const trashInput = z._default(z.object({ cursor, limit }), { limit: PAGE_DEFAULT });

export type TrashInput = z.infer<typeof trashInput>;
