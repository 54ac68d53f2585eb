// `npm run check`: everything about the code that needs no running server. All steps run, whatever
// fails; the exit code and the last line tell what did.
import { performance } from 'node:perf_hooks';
import { tryTool } from './build/run-tool.ts';
import { checkBudget } from './check/budget.ts';
import { checkMigrations } from './check/migrations.ts';

type Step = { name: string; run: () => Promise<{ code: number; text: string }> };

const steps: Step[] = [
  { name: 'format', run: () => tryTool('oxfmt', ['--check']) },
  {
    name: 'lint',
    run: () => tryTool('oxlint', ['--type-aware', '--deny-warnings', '--format=unix']),
  },
  { name: 'types', run: () => tryTool('tsc', ['-p', '.', '--pretty', 'false']) },
  { name: 'unused', run: () => tryTool('knip', ['--no-progress']) },
  {
    name: 'imports',
    run: () => tryTool('vitest', ['run', '--reporter=dot', '--project=server', 'architecture']),
  },
  { name: 'migrations', run: checkMigrations },
  { name: 'build', run: () => tryTool('node', ['scripts/build.ts']) },
  { name: 'budget', run: checkBudget },
];

const began = performance.now();
const failed: string[] = [];
for (const step of steps) {
  const start = performance.now();
  const { code, text } = await step.run().catch(broken);
  if (code !== 0) failed.push(step.name);
  console.log(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(11)} ${secondsSince(start)}`);
  if (code !== 0 || step.name === 'budget') console.log(text.trimEnd().replaceAll(/^/gm, '    '));
}
const verdict = failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`;
console.log(`${verdict} (${secondsSince(began)})`);
process.exitCode = failed.length === 0 ? 0 : 1;

function broken(error: Error): { code: number; text: string } {
  return { code: 1, text: error.stack ?? error.message };
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
