// Figures for whoever watches Haru. Counting is a few numbers in memory; prom-client, and with it the measuring of the
// process, is loaded only when somebody asks for the first time.
import type { Counter, Gauge, Registry } from 'prom-client';

export type Gauges = Record<string, { help: string; read(): number }>;

export type Metrics = {
  /** An answer to a request for procedures, by its HTTP status. */
  countAnswer(status: number): void;
  countFailure(code: string): void;
  /** In Prometheus' text format. */
  text(): Promise<{ text: string; contentType: string }>;
};

export function createMetrics(gauges: Gauges): Metrics {
  const answers = new Map<string, number>();
  const failures = new Map<string, number>();
  const raise = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  let registry: Promise<Registry> | undefined;
  return {
    countAnswer: (status) => void raise(answers, String(status)),
    countFailure: (code) => void raise(failures, code),
    async text() {
      registry ??= createRegistry(gauges, { answers, failures });
      const register = await registry;
      return { text: await register.metrics(), contentType: register.contentType };
    },
  };
}

type Counts = Record<'answers' | 'failures', Map<string, number>>;

async function createRegistry(gauges: Gauges, { answers, failures }: Counts): Promise<Registry> {
  const prom = await import('prom-client');
  const register = new prom.Registry();
  const registers = [register];
  prom.collectDefaultMetrics({ register });
  for (const [name, { help, read }] of Object.entries(gauges)) {
    const gauge: Gauge = new prom.Gauge({
      name,
      help,
      registers,
      collect: () => gauge.set(read()),
    });
  }
  const count = (
    name: string,
    label: { help: string; of: string; counts: Map<string, number> },
  ) => {
    const counter: Counter = new prom.Counter({
      name,
      help: label.help,
      labelNames: [label.of],
      registers,
      collect() {
        counter.reset();
        for (const [value, times] of label.counts) counter.inc({ [label.of]: value }, times);
      },
    });
  };
  count('haru_answers_total', {
    help: 'Answers to requests for procedures.',
    of: 'status',
    counts: answers,
  });
  count('haru_failures_total', {
    help: 'Calls of procedures that failed.',
    of: 'code',
    counts: failures,
  });
  return register;
}
