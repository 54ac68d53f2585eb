import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';

/** The folder for database, files and backups cannot be used; the message says why. */
export class DataDirRefused extends Error {
  override name = 'DataDirRefused';
}

export async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new DataDirRefused(`Haru cannot write in its folder ${path} (DATA_DIR): ${code}.`, {
      cause,
    });
  }
}
