// What an operator looks at, as plain statements: what is measured, the number, and whether that is good.
export type HealthLevel = 'good' | 'warn' | 'bad';
export type HealthUnit = 'percent' | 'ms' | 'bytes' | 'count';

export type HealthId =
  | 'cache_hits'
  | 'api_p95'
  | 'cpu'
  | 'memory'
  | 'database_size'
  | 'event_log'
  | 'sockets'
  | 'people_online'
  | 'disk_free';

/** `value` null: nothing to judge by yet. */
export type HealthStatement = {
  id: HealthId;
  level: HealthLevel;
  value: number | null;
  unit: HealthUnit;
};

export type Health = { items: HealthStatement[]; checkedAt: Date };

export type CacheVerdict = {
  name: string;
  size: number;
  hits: number;
  misses: number;
  /** Null below 100 reads in ten minutes: too few to judge by. */
  hitPercent: number | null;
  level: HealthLevel;
};

/** What admin.onHealth tells: everything on the page. */
export type HealthNews = Health & { caches: CacheVerdict[] };

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

type Bounds = { unit: HealthUnit; judge: (value: number) => HealthLevel };

/** The operator's checklist. */
const BOUNDS: Record<HealthId, Bounds> = {
  cache_hits: { unit: 'percent', judge: atLeast({ good: 70, warn: 50 }) },
  api_p95: { unit: 'ms', judge: atMost({ good: 100, warn: 500 }) },
  cpu: { unit: 'percent', judge: atMost({ good: 60, warn: 80 }) },
  memory: { unit: 'bytes', judge: atMost({ good: 512 * MIB, warn: GIB }) },
  database_size: { unit: 'bytes', judge: atMost({ good: 700 * MIB, warn: GIB }) },
  event_log: { unit: 'count', judge: atMost({ good: 200_000, warn: 250_000 }) },
  sockets: { unit: 'count', judge: () => 'good' },
  people_online: { unit: 'count', judge: () => 'good' },
  disk_free: { unit: 'bytes', judge: atLeast({ good: 5 * GIB, warn: GIB }) },
};

export const JUDGED_FROM_READS = 100;

export function state(id: HealthId, value: number | null): HealthStatement {
  const { unit, judge } = BOUNDS[id];
  if (value === null) return { id, level: 'good', value, unit };
  const rounded =
    unit === 'ms' || unit === 'percent' ? Math.round(value * 10) / 10 : Math.round(value);
  return { id, level: judge(rounded), value: rounded, unit };
}

export function judgeCache(counts: {
  name: string;
  size: number;
  hits: number;
  misses: number;
}): CacheVerdict {
  const hitPercent = hitPercentOf(counts);
  return { ...counts, hitPercent, level: state('cache_hits', hitPercent).level };
}

export function hitPercentOf({ hits, misses }: { hits: number; misses: number }): number | null {
  const reads = hits + misses;
  return reads < JUDGED_FROM_READS ? null : Math.round((hits / reads) * 1000) / 10;
}

function atMost({ good, warn }: { good: number; warn: number }) {
  return (value: number): HealthLevel => {
    if (value <= good) return 'good';
    return value <= warn ? 'warn' : 'bad';
  };
}

function atLeast({ good, warn }: { good: number; warn: number }) {
  return (value: number): HealthLevel => {
    if (value >= good) return 'good';
    return value >= warn ? 'warn' : 'bad';
  };
}
