// The office of a busy minute: connected people, and writers among them.
import { answer } from './child.ts';
import { openBenchOffice } from './office.ts';

const { app, port, people } = await openBenchOffice(Number(process.argv[2]));

answer({
  where: () => ({ port, people }),
  connected: () => app.deps.hub.subscriberCount(),
});
