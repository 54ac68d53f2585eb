import type { WriteTx } from '#db/database.ts';
import { topics } from '../live/audience.ts';
import type { NoticePreferences } from './notifications.preferences.schema.ts';
import type {
  NoticeData,
  NoticeEventData,
  NoticesReadData,
  NoticesSnoozedData,
} from './notifications.schema.ts';

/** One event, however many it tells. */
export function emitNoticed(tx: WriteTx, userIds: string[], data: NoticeEventData): void {
  emit(tx, 'notification.created', { id: data.id, userIds, data });
}

/** Put off until now: told like something new. */
export function emitReturned(tx: WriteTx, userId: string, data: NoticeEventData): void {
  emit(tx, 'notification.returned', { id: data.id, userIds: [userId], data });
}

export function emitMarked(tx: WriteTx, userId: string, data: NoticesReadData): void {
  emit(tx, 'notification.changed', { id: userId, userIds: [userId], data });
}

export function emitSnoozed(tx: WriteTx, userId: string, data: NoticesSnoozedData): void {
  emit(tx, 'notification.snoozed', { id: userId, userIds: [userId], data });
}

/** To the one whose they are. */
export function emitPreferences(tx: WriteTx, userId: string, data: NoticePreferences): void {
  emit(tx, 'preferences.changed', { id: userId, userIds: [userId], data });
}

/** `id`: of the cause that is gone, or of the room or task that is no longer theirs to see. */
export function emitNoticesRemoved(tx: WriteTx, id: string, userIds: string[]): void {
  emit(tx, 'notification.removed', { id, userIds, data: null });
}

type Told = { id: string; userIds: string[]; data: NoticeData | null };

function emit(tx: WriteTx, kind: string, { id, userIds, data }: Told): void {
  const audience = userIds.map(topics.user);
  tx.emit({ feature: 'notifications', kind, id, version: 1, audience, data });
}
