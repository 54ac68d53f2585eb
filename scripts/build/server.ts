// The server as one file (and one per worker): bundled it starts in a fifth of a second with 70 MB,
// where Drizzle loaded file by file costs 200 MB. Only the native driver stays outside.
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { swapFolder } from './swap-folder.ts';

const outside = ['better-sqlite3', 'pg-native'];

export function buildServer() {
  return swapFolder(resolve('dist/server'), async (dir) => {
    const bundle = await rolldown({
      input: entries(),
      platform: 'node',
      external: outside,
      tsconfig: false,
      logLevel: 'warn',
    });
    // One letter of Hangul in it, and V8 keeps all of the source in two bytes a letter.
    const output = { format: 'esm', minify: true, sourcemap: 'hidden', charset: 'ascii' } as const;
    await bundle.write({ dir, ...output });
    await bundle.close();
  });
}

/** Workers are found by their name, and lie beside main.js under it: `backup.worker.js`. */
function entries(): Record<string, string> {
  const workers = globSync('{db,server}/**/*.worker.ts');
  const files = ['server/main.ts', ...workers];
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), resolve(file)]));
}
