// What somebody wrote into a field that has a value already, and what they began from: kept until it is saved.
import { readDraft, writeDraft } from './use-draft.ts';

/** What stood there when they began; `since` is the version of the thing it belongs to. */
export type Begun = { text: string; since: number };
export type KeptEdit = { text: string; begun: Begun };

export function readEdit(viewerId: string, place: string): KeptEdit | null {
  const kept: unknown = parsed(readDraft(keyOf(viewerId, place)) ?? 'null');
  return isEdit(kept) ? kept : null;
}

export function writeEdit(viewerId: string, place: string, edit: KeptEdit | null): void {
  writeDraft(keyOf(viewerId, place), edit === null ? null : JSON.stringify(edit));
}

function keyOf(viewerId: string, place: string): string {
  return `${viewerId}.edit:${place}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // not ours, or cut off
  }
}

function isEdit(value: unknown): value is KeptEdit {
  if (typeof value !== 'object' || value === null || !('text' in value)) return false;
  const { text, begun } = value as Partial<KeptEdit>;
  return (
    typeof text === 'string' && typeof begun?.text === 'string' && typeof begun.since === 'number'
  );
}
