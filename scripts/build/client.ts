import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { precompress } from './precompress.ts';
import { swapFolder } from './swap-folder.ts';

/** What each chunk imports, for the budget. It lies beside the folder that is served, not in it. */
export const manifestPath = resolve('dist/client-manifest.json');

export async function buildClient() {
  await mkdir(resolve('dist'), { recursive: true });
  await swapFolder(resolve('dist/client'), async (outDir) => {
    await build({ configFile: 'client/vite.config.ts', logLevel: 'warn', build: { outDir } });
    await copyFile(join(outDir, '.vite/manifest.json'), `${manifestPath}.new`);
    await rename(`${manifestPath}.new`, manifestPath);
    await rm(join(outDir, '.vite'), { recursive: true });
    await precompress(outDir);
  });
}
