import { spawn } from 'node:child_process';

type Options = { env?: NodeJS.ProcessEnv; cwd?: string };

/** Runs a tool of node_modules/.bin to its end; what it wrote. Throws with that when it fails. */
export async function runTool(
  name: string,
  args: string[],
  options: Options = {},
): Promise<string> {
  const { code, text } = await tryTool(name, args, options);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}:\n${text}`);
  return text;
}

export function tryTool(name: string, args: string[], options: Options = {}) {
  const env = { ...(options.env ?? process.env), NO_COLOR: '1' };
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, env });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise<{ code: number; text: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
