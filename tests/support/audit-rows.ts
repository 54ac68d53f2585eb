import { asc } from 'drizzle-orm';

import { type AuditEntry, CHAIN_START, followChain } from '#db/audit-chain.ts';
import type { Db } from '#db/database.ts';
import { audit } from '#db/schema/audit.ts';

export function auditRows(db: Db): Promise<AuditEntry[]> {
  return db.read(async (tx) => tx.select().from(audit).orderBy(asc(audit.seq)));
}

/** The seq of the first row that does not follow from those before it. */
export function brokenAt(rows: AuditEntry[]): number | null {
  let link = CHAIN_START;
  for (const row of rows) {
    const next = followChain(link, row);
    if (!next) return row.seq;
    link = next;
  }
  return null;
}
