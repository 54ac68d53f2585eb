// `haru/client` as it is packed: one JavaScript file and one declaration file, nothing to install.
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { runTool } from './run-tool.ts';
import { swapFolder } from './swap-folder.ts';

const entry = resolve('scripts/client/client.ts');
const header = '// Types of haru/client, written out in full by `npm run build`.\n';

export function buildPackage() {
  return swapFolder(resolve('dist/package'), async (dir) => {
    await bundle(dir);
    await writeFile(join(dir, 'client.d.ts'), header + (await declarations()));
    await typesStandAlone(join(dir, 'client.d.ts'));
  });
}

async function bundle(dir: string) {
  const build = await rolldown({ input: { client: entry }, platform: 'node', tsconfig: false });
  const { output } = await build.write({ dir, format: 'esm', minify: true });
  await build.close();
  if (output.length > 1)
    throw new Error('haru/client must be one file: it imports something lazily.');
}

/** The compiler prints what the entry exports; types travel as values, which it prints in full. */
async function declarations(): Promise<string> {
  const work = resolve('.cache/package');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await writeFile(join(work, 'written-out.ts'), writtenOut(readFileSync(entry, 'utf8')));
  await writeFile(join(work, 'tsconfig.json'), JSON.stringify(settings));
  await runTool('tsc', ['-p', work]);
  const text = await readFile(join(work, 'out/.cache/package/written-out.d.ts'), 'utf8');
  return named(
    text
      .replaceAll(/export declare const \$(\w+):/g, 'export type $1 =')
      .replace(/^export \{\};\n/m, ''),
  );
}

/** A type of many lines is printed once, and called by its name where it is printed again. */
function named(text: string): string {
  let short = text;
  for (const [whole, name = '', body = ''] of text.matchAll(
    /^export type (\w+) = (\{\n[^]*?^\});$/gm,
  )) {
    short = short.replaceAll(body, name).replace(`export type ${name} = ${name};`, whole);
  }
  return short;
}

const settings = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true, // types are checked by `npm run check`
    rootDir: '../..',
    outDir: 'out',
  },
  include: [],
  files: ['written-out.ts'],
};

function writtenOut(source: string): string {
  const values = namesOf(source, /^export (?:async )?(?:function\*?|const|class) (\w+)/gm);
  const types = namesOf(source, /^export type (\w+) =/gm);
  return [
    `import { plain } from '../../scripts/build/plain.ts';`,
    `import * as client from '../../scripts/client/client.ts';`,
    ...values.map((name) => `export const ${name} = plain(client.${name});`),
    ...types.map((name) => `declare const a${name}: client.${name};`),
    ...types.map((name) => `export const $${name} = plain(a${name});`),
  ].join('\n');
}

function namesOf(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** Nothing imported, and correct for a caller who has none of our packages. */
async function typesStandAlone(path: string) {
  const text = await readFile(path, 'utf8');
  const imported = /\bimport\(|\bfrom ['"].*/.exec(text);
  if (imported)
    throw new Error(`client.d.ts must stand alone, and has: ${lineAt(text, imported.index)}`);
  const alone = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'esnext', '--types', ''];
  await runTool('tsc', [...alone, path]);
}

function lineAt(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index) + 1).split('\n', 1)[0] ?? '';
}
