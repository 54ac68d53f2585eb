// The process: settings, port and folder first, everything else after. What keeps it from starting is one clear
// sentence, and is found before anything is loaded, opened or written.
import { readConfig } from './config.ts';
import { prepareDataDir } from './data-dir.ts';
import { bindListener } from './http/listener.ts';
import { sayWhy } from './start-refused.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const listener = await bindListener(config);
  await prepareDataDir(config.dataDir);
  const { serve } = await import('./serve.ts');
  await serve(config, listener);
}

start().catch((error: unknown) => {
  process.stderr.write(`${sayWhy(error)}\n`);
  process.exit(1);
});
