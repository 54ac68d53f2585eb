// What one write collects while it runs, the same for both databases: its events, its audit rows, and the rule that a
// change has a label.
import { auditLine } from './audit-chain.ts';
import type { Act, NewEvent, Position } from './database.ts';
import type { Job } from './job.ts';
import { superjsonText } from './superjson-text.ts';

type EventRow = {
  feature: string;
  kind: string;
  entityId: string;
  version: number;
  audience: string[];
  payload: string | null;
};

/** `line` is the exact text that the audit chain hashes. */
type AuditRow = { label: string; subjectKind: string; subjectId: string; line: string };

export type Collected = { act: Act; now: Date; events: EventRow[]; audit: AuditRow[] };

export function collect(act: Act, now: Date): Collected {
  return { act, now, events: [], audit: [] };
}

export function collectEvent(collected: Collected, event: NewEvent) {
  const { feature, kind, id, version, audience, data } = event;
  const payload = data === null ? null : superjsonText(data);
  collected.events.push({ feature, kind, entityId: id, version, audience, payload });
}

export function collectAudit(
  collected: Collected,
  label: string,
  entry: { subject: { kind: string; id: string }; detail: Record<string, unknown> | undefined },
) {
  const { subject, detail } = entry;
  const { act, now } = collected;
  const line = auditLine({ at: now, actorId: act.actorId, label }, subject, detail ?? null);
  collected.audit.push({ label, subjectKind: subject.kind, subjectId: subject.id, line });
}

export function requireLabel(collected: Collected, job: Job) {
  const changedSomething = job.changedRows > 0 || collected.events.length > 0;
  if (changedSomething && collected.audit.length === 0)
    throw new Error('a write without an audit label');
}

export function position(epoch: string, seq: number): Position {
  return `${epoch}:${seq}`;
}
