// Each audit row's hash covers the hash of the row before it and its own exact text, so that a changed, removed or
// inserted row breaks every later one. PostgreSQL computes the same in its append function.
import { hash as digest } from 'node:crypto';

import type { audit } from './schema/audit.ts';

export type AuditEntry = typeof audit.$inferSelect;

/** What the chain remembers between two rows. */
export type ChainLink = { seq: number; hash: string };

export const CHAIN_START: ChainLink = { seq: 0, hash: '' };

export function chainHash(prevHash: string, line: string): string {
  return digest('sha256', `${prevHash}\n${line}`, 'hex');
}

/** The text that the chain covers. The columns beside it repeat it, for indexes. */
export function auditLine(
  written: Pick<AuditEntry, 'at' | 'actorId' | 'label'>,
  subject: { kind: string; id: string },
  detail: Record<string, unknown> | null,
): string {
  const { at, actorId, label } = written;
  return JSON.stringify({ at, actorId, label, subject, detail });
}

/** The next link, or null when `entry` is not what was written after `last`. */
export function followChain(last: ChainLink, entry: AuditEntry): ChainLink | null {
  const follows = entry.seq === last.seq + 1 && entry.prevHash === last.hash;
  if (!follows || entry.hash !== chainHash(last.hash, entry.line)) return null;
  return columnsMatchLine(entry) ? { seq: entry.seq, hash: entry.hash } : null;
}

function columnsMatchLine(entry: AuditEntry): boolean {
  const line = JSON.parse(entry.line) as { detail: Record<string, unknown> | null };
  const subject = { kind: entry.subjectKind, id: entry.subjectId };
  return auditLine(entry, subject, line.detail) === entry.line;
}
