import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

// The registry may lack some platforms of a new release; npm then leaves them out of the lock
// without a word, and only `npm ci`, later and elsewhere, fails.
test.for(['package-lock.json', 'scripts/runtime/package-lock.json'])(
  '%s holds every optional package that it names',
  (path) => {
    const lock: Lock = JSON.parse(readFileSync(path, 'utf8'));
    const held = Object.keys(lock.packages).map((key) => key.split('node_modules/').at(-1));
    const named = Object.values(lock.packages).flatMap((each) =>
      Object.keys(each.optionalDependencies ?? {}),
    );
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !held.includes(name))).toEqual([]);
  },
);
