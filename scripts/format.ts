import { spawnSync } from 'node:child_process';

process.exitCode = spawnSync('oxfmt', process.argv.slice(2), { stdio: 'inherit' }).status ?? 1;
