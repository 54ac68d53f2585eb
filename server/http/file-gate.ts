// How many files one person may send in a while, and at once: what is under way lies on the disk already.
import { tooManyRequests } from '../errors.ts';
import { FILE_MAX_BYTES } from '../files/files.schema.ts';
import { type BudgetSize, createBudget } from './budget.ts';

const UPLOADS: BudgetSize = { amount: 400, windowMs: 600_000 };
/** Eighty of the largest: nobody alone fills the disk in one afternoon unseen. */
const BYTES: BudgetSize = { amount: 80 * FILE_MAX_BYTES, windowMs: 600_000 };
const AT_ONCE_MAX = 6;
const A_MOMENT_SECONDS = 1;

export type UploadGate = {
  /** `bytes`: at most so many will come. Throws TOO_MANY_REQUESTS; returns how to say that it is over. */
  enter(personId: string, bytes: number): () => void;
};

export function createUploadGate(size: BudgetSize = UPLOADS): UploadGate {
  const uploads = createBudget(size);
  const volume = createBudget(BYTES);
  const underWay = new Map<string, number>();
  return {
    enter(personId, bytes) {
      const count = underWay.get(personId) ?? 0;
      if (count >= AT_ONCE_MAX) throw tooManyRequests(A_MOMENT_SECONDS);
      const waitSeconds = uploads.spend(personId, 1) || volume.spend(personId, bytes);
      if (waitSeconds > 0) throw tooManyRequests(waitSeconds);
      underWay.set(personId, count + 1);
      return () => {
        const left = (underWay.get(personId) ?? 1) - 1;
        if (left > 0) underWay.set(personId, left);
        else underWay.delete(personId);
      };
    },
  };
}
