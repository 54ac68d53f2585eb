import { spawn } from 'node:child_process';
import { runtime } from './runtime.mjs';

const PARENT_CHECK_MS = 200;

/** Runs a command to its end; the exit code, or the reason it could not be started. */
export function run(command, args, { cwd, isQuiet = false } = {}) {
  const stdio = ['ignore', isQuiet ? 'ignore' : 'inherit', 'inherit'];
  const shell = command.endsWith('.cmd');
  const child = spawn(command, args, { cwd, stdio, shell, env: environment() });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

/** Hands this process over to a command: its terminal, its signals, its exit code. */
export function become(command, args) {
  const child = spawn(command, args, { stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // At a terminal Ctrl-C reaches the whole process group; passing it on would make it two.
    const isFromTerminal = signal === 'SIGINT' && process.stdin.isTTY;
    process.on(signal, () => isFromTerminal || child.kill(signal));
  }
  endWithNpm(child);
  child.once('error', (error) => {
    process.stderr.write(`Haru could not start ${command} (${error.message}).\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

/**
 * npm passes a signal to the shell it started us with, and that shell dies of it without a word to
 * us. So when npm is our grandparent, a new parent means that the command is over.
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill(), PARENT_CHECK_MS);
  watch.unref();
}

function environment() {
  return { ...process.env, PATH: pathOrOwn() };
}

/** Before anything is installed there may be no runtime yet: npm then runs with the PATH as it is. */
function pathOrOwn() {
  try {
    return runtime().path;
  } catch {
    return process.env.PATH;
  }
}
