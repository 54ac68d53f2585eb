// Shows how a database would answer a statement, and fails when it would read a whole table to do so.
import { expect } from 'vitest';
import { sql, type SQL } from 'drizzle-orm';

import type { Db } from '#db/database.ts';

export type Statement = { sql: string; params: unknown[] };

/** Statements seen by `onStatement`, for `testDatabase({ onStatement: seen.add })`. */
export function recordStatements() {
  let statements: Statement[] = [];
  return {
    add: (statement: Statement) => {
      statements.push(statement);
    },
    /** What was run since the last call. */
    take(): Statement[] {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}

/** The plan, a line per step. PostgreSQL is told to avoid reading whole tables, which small ones invite. */
export async function explainPlan(db: Db, statement: Statement): Promise<string[]> {
  if (db.dialect === 'sqlite') {
    type Step = { detail: string };
    const steps = await db.read((tx) =>
      tx.rows<Step>(withPrefix('explain query plan ', statement)),
    );
    return steps.map(({ detail }) => detail);
  }
  const lines = await db.read(async (tx) => {
    await tx.rows(sql`set local enable_seqscan = off`);
    return tx.rows<{ 'QUERY PLAN': string }>(withPrefix('explain ', statement));
  });
  return lines.map((line) => line['QUERY PLAN']);
}

/** Tables named in `small` may be read whole: a handful of rows that every answer needs. */
export async function expectNoFullScan(db: Db, statement: Statement, small: string[] = []) {
  const plan = await explainPlan(db, statement);
  const scans = plan
    .filter(isFullScan)
    .filter((step) => !small.some((table) => step.includes(table)));
  expect(scans, `${statement.sql}\n${plan.join('\n')}`).toEqual([]);
}

/** "SCAN x" without an index, or "Seq Scan"; constants, subqueries and JSON functions are not tables. */
function isFullScan(step: string): boolean {
  if (/\bSeq Scan on /.test(step)) return true;
  return (
    /^SCAN (?!CONSTANT ROW|json_each|\(subquery|\w+ VIRTUAL TABLE)/.test(step) &&
    !/ USING /.test(step)
  );
}

function withPrefix(prefix: string, { sql: text, params }: Statement): SQL {
  const parts = text.split(/\?|\$\d+/);
  const numbers = [...text.matchAll(/\?|\$(\d+)/g)].map((match, index) =>
    match[1] ? Number(match[1]) - 1 : index,
  );
  const chunks = parts.flatMap((part, index) => {
    const at = numbers[index];
    return at === undefined ? [sql.raw(part)] : [sql.raw(part), sql`${params[at]}`];
  });
  return sql.join([sql.raw(prefix), ...chunks]);
}
