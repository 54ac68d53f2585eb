// Looks at a database file without changing it, so that a wrong one is refused in a sentence and left as it was.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { codeOf, DatabaseRefused } from '../errors.ts';

const HEADER = 'SQLite format 3\0';
/** A full look at a file takes some five milliseconds per megabyte: worth it while it is small. */
const LOOKED_THROUGH_BYTES = 8 * 1024 * 1024;

export function refuseUnusable(file: string) {
  const folder = existingAncestor(dirname(file));
  if (!isAccessible(folder, constants.W_OK | constants.X_OK)) {
    throw new DatabaseRefused(`The folder ${folder} cannot be written to.`);
  }
  if (!existsSync(file)) return;
  if (!statSync(file).isFile()) throw new DatabaseRefused(`${file} is not a file.`);
  if (!isAccessible(file, constants.R_OK | constants.W_OK)) {
    throw new DatabaseRefused(`The database ${file} cannot be read and written by this user.`);
  }
  if (statSync(file).size === 0) return;
  if (headerOf(file) !== HEADER) throw new DatabaseRefused(`${file} is not a SQLite database.`);
  refuseDamaged(file);
}

function refuseDamaged(file: string) {
  try {
    const client = new Database(file, { fileMustExist: true });
    try {
      const isSmall = statSync(file).size <= LOOKED_THROUGH_BYTES;
      const found = isSmall ? client.pragma('quick_check(1)', { simple: true }) : 'ok';
      client.prepare('select count(*) from sqlite_schema').get();
      if (found !== 'ok') throw new DatabaseRefused(damaged(file));
    } finally {
      client.close();
    }
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (!code.startsWith('SQLITE_CORRUPT') && !code.startsWith('SQLITE_NOTADB')) throw error;
    throw new DatabaseRefused(damaged(file), { cause: error });
  }
}

function damaged(file: string) {
  return `The database ${file} is damaged; restore a backup of it.`;
}

function headerOf(file: string): string {
  const header = Buffer.alloc(HEADER.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header);
  } finally {
    closeSync(descriptor);
  }
  return header.toString('latin1');
}

function existingAncestor(folder: string): string {
  return existsSync(folder) ? folder : existingAncestor(dirname(folder));
}

function isAccessible(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
