// The test runs. `server` is SQLite; `postgres` is the same suite with DATABASE_URL set to
// HARU_TEST_POSTGRES (a server where databases may be created), and exists only when that is set.
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const serverTests = ['tests/server/**/*.test.ts', 'tests/live/**/*.test.ts'];
const setupFiles = ['tests/support/console.ts'];
const postgresUrl = process.env.HARU_TEST_POSTGRES;

const projects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'server',
      environment: 'node',
      include: [...serverTests, 'tests/scripts/**/*.test.ts', 'tests/*.test.ts'],
      setupFiles,
      env: { DATABASE_URL: '' },
      testTimeout: 20_000,
    },
  },
  {
    extends: true,
    test: {
      name: 'client',
      environment: 'happy-dom',
      include: ['tests/client/**/*.test.{ts,tsx}'],
      setupFiles: [...setupFiles, 'tests/support/dom.ts'],
    },
  },
  {
    extends: true,
    test: {
      name: 'e2e',
      environment: 'node',
      include: ['tests/e2e/**/*.test.ts'],
      setupFiles,
      env: { DATABASE_URL: '' },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
];

if (postgresUrl !== undefined) {
  projects.push({
    extends: true,
    test: {
      name: 'postgres',
      environment: 'node',
      include: serverTests,
      setupFiles,
      env: { DATABASE_URL: postgresUrl },
      testTimeout: 20_000,
    },
  });
}

export default defineConfig({
  test: {
    projects,
    maxWorkers: 2,
    pool: 'forks',
    passWithNoTests: true,
    expect: { poll: { timeout: 5_000 } },
  },
});
