import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

export type Tally = { passed: number; failed: number; skipped: number };

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** One run of the named projects. What broke outside of a test (a file, vitest itself) counts too. */
export async function runVitest(projects: string[], filters: string[], env: NodeJS.ProcessEnv) {
  const file = `.cache/test/${projects.join('-')}.json`;
  mkdirSync('.cache/test', { recursive: true });
  rmSync(file, { force: true });
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn('vitest', ['run', ...only, ...reporters, ...filters], {
    stdio: 'inherit',
    env,
  });
  const end = () => child.kill();
  process.once('exit', end);
  const [code] = await once(child, 'exit');
  process.off('exit', end);
  const tally = existsSync(file) ? tallyOf(JSON.parse(readFileSync(file, 'utf8'))) : none;
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

function tallyOf(report: Report): Tally {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}
