import { isUniqueViolation } from './errors.ts';

/**
 * For a write that looks for a row and inserts it if it is not there: of two with the same id at once, the one that
 * comes too late finds the other's row when it looks again.
 */
export async function insertedOrFound<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return await write();
  }
}
