// Thirty-two connections that ask again as soon as they are answered.
import { Agent, request } from 'node:http';
import { answer } from './child.ts';

const CONNECTIONS = 32;

answer({
  async run({ port, path, cookie, ms }) {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const headers = typeof cookie === 'string' ? { cookie } : {};
    let answered = 0;
    let text = '';
    const until = performance.now() + Number(ms);
    const ask = () =>
      new Promise<void>((resolve, reject) => {
        const sent = request(
          { host: '127.0.0.1', port: Number(port), path: String(path), agent, headers },
          (res) => {
            const chunks: Buffer[] = [];
            res.on('data', (chunk: Buffer) => chunks.push(chunk));
            res.on('end', () => {
              answered += 1;
              if (answered === 1) text = Buffer.concat(chunks).toString();
              if (res.statusCode !== 200)
                reject(
                  new Error(
                    `answered ${res.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 300)}`,
                  ),
                );
              resolve();
            });
          },
        );
        sent.on('error', reject);
        sent.end();
      });
    const loop = async () => {
      while (performance.now() < until) await ask();
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, loop));
    agent.destroy();
    return { perSecond: answered / (Number(ms) / 1000), text };
  },
});
