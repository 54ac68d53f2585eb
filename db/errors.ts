// What can go wrong in the database, told apart without knowing which database it is.

/** The database cannot be used as it is; the message is one sentence for whoever starts the server. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}

/** A statement failed. The message has the text of the statement, never its values: they may be private. */
export class StatementFailed extends Error {
  override name = 'StatementFailed';
  readonly code: string | undefined;

  constructor(sql: string, cause: unknown) {
    super(`${cause instanceof Error ? cause.message : String(cause)} (in: ${sql})`, { cause });
    this.code = codeOf(cause);
  }
}

/** A row with that key is there already (SQLite and PostgreSQL say it differently). */
export function isUniqueViolation(error: unknown): boolean {
  return chainOf(error).some((link) => UNIQUE_CODES.has(codeOf(link) ?? ''));
}

/** PostgreSQL gave up on this transaction because of another one: doing it again is right. */
export function isLostRace(error: unknown): boolean {
  return chainOf(error).some((link) => LOST_RACE_CODES.has(codeOf(link) ?? ''));
}

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const UNIQUE_CODES = new Set([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_ROWID',
  '23505',
]);
const LOST_RACE_CODES = new Set(['40001', '40P01']);

function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause)
    chain.push(link);
  return chain;
}
