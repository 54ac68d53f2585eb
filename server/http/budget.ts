// How much somebody may ask for in a while, counted in memory: cheap enough to stand before every call. All windows
// begin together, so that a new one costs a new map and no timers.

export type Budget = {
  /** 0 if that is fine, else the seconds to wait. What is refused is not counted. */
  spend(key: string, amount: number): number;
};

export type BudgetSize = { amount: number; windowMs: number };

export function createBudget({ amount: most, windowMs }: BudgetSize): Budget {
  let spent = new Map<string, number>();
  let endsAtMs = 0;
  return {
    spend(key, amount) {
      const nowMs = performance.now();
      if (nowMs >= endsAtMs) {
        spent = new Map();
        endsAtMs = nowMs + windowMs;
      }
      const total = (spent.get(key) ?? 0) + amount;
      if (total > most) return Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000));
      spent.set(key, total);
      return 0;
    },
  };
}
