// The same over HTTP, where the notes that say "this text is a date" come from outside too.
import { expect, test } from 'vitest';
import { procedures } from '#tests/support/every-procedure.ts';
import { type ServedApp, servedApp } from '#tests/support/served-app.ts';

const notes = (value: unknown, values: unknown) => ({ json: value, meta: { values } });

const bodies: unknown[] = [
  null,
  7,
  'x',
  [],
  {},
  { json: null },
  { json: { id: null } },
  { json: { id: 1 }, meta: 5 },
  { json: { id: 1 }, meta: { values: 5 } },
  { json: { id: 1 }, meta: { values: [['undefined'], {}] } },
  { json: { id: 1 }, meta: { referentialEqualities: { id: ['__proto__.polluted'] } } },
  { json: { id: 1 }, meta: { referentialEqualities: { id: ['constructor.prototype.polluted'] } } },
  { json: { id: 1 }, meta: { referentialEqualities: [['id'], 3] } },
  notes({ id: 'x' }, { id: ['Date'] }),
  notes({ id: {} }, { id: ['Date'] }),
  notes({ id: 'x' }, { id: ['regexp'] }),
  notes({ id: '/(a+)+$/' }, { id: ['regexp'] }),
  notes({ id: 'zz' }, { id: ['bigint'] }),
  notes({ id: 'x' }, { id: ['URL'] }),
  notes({ id: 'x' }, { id: ['Error'] }),
  notes({ id: 'x' }, { id: ['map'] }),
  notes({ id: 'x' }, { id: ['set'] }),
  notes({ id: 'NaN' }, { id: ['number'] }),
  notes({ id: 'x' }, { id: ['symbol', 'y'] }),
  notes({ id: 'x' }, { id: [['class', 'Deps']] }),
  notes({ id: 'x' }, { id: [['custom', 'x']] }),
  notes({ id: -1 }, { id: [['typed-array', 'Float64Array']] }),
  notes({ id: 1e15 }, { id: [['typed-array', 'Float64Array']] }),
  notes({ id: 'x' }, { '__proto__.polluted': ['Date'] }),
  notes({ id: 'x' }, { 'constructor.prototype.polluted': ['undefined'] }),
  notes({ id: 'x' }, { 'id.a.b.c': ['Date'] }),
  notes('x', ['Date']),
  notes(JSON.parse('{"__proto__":{"polluted":1}}'), {}),
  { json: { id: 'a\u0000\uD800' } },
];

const texts = [
  ...bodies.map((body) => JSON.stringify(body)),
  '',
  '{',
  '\u0000',
  '{"json":"\\ud800"}',
  '{"json":1e999}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `{"json":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  '{"json":{"id":1},"json":{"id":2},"__proto__":{"polluted":1}}',
];

type Answer = { error?: { json: { data: { code: string; reason: string } } } };

/** One of each kind of each feature: what reads the text is the same for all. */
const sample = procedures.filter(
  ({ path, type, inputs }, at) =>
    inputs.length > 0 &&
    procedures.findIndex(
      (other) => other.inputs.length > 0 && kindOf(other) === kindOf({ path, type }),
    ) === at,
);

function kindOf({ path, type }: { path: string; type: string }): string {
  return `${path.split('.')[0]} ${type}`;
}

test.each(sample)(
  'whatever text is sent to $path, it answers with a reason',
  async ({ path, type }) => {
    await using app = await servedApp({ callBudget: { amount: 1_000_000, windowMs: 60_000 } });
    const { cookie } = await app.signedIn('boss', 'admin');
    for (const text of texts) {
      const asked = type === 'mutation' ? asBody(path, text) : asAddress(path, text);
      if (asked.path.length > 12_000) continue;
      const answer = await app.ask(asked.path, { ...asked, cookie, origin: app.origin });
      const about = `${path} ${text.slice(0, 100)} ${answer.text.slice(0, 200)}`;
      expect(answer.status, about).toBeLessThan(500);
      const { error } = JSON.parse(answer.text) as Answer;
      if (error === undefined) continue;
      expect(error.json.data.reason, about).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(error.json.data.code, about).toMatch(
        /BAD_REQUEST|NOT_FOUND|METHOD_NOT_SUPPORTED|CONFLICT/,
      );
    }
    await expectHealthy(app, cookie);
  },
);

function asBody(path: string, body: string) {
  return { method: 'POST', path: `/trpc/${path}`, body };
}

function asAddress(path: string, text: string) {
  return { path: `/trpc/${path}?input=${encodeURIComponent(text.toWellFormed())}` };
}

async function expectHealthy(app: ServedApp, cookie: string): Promise<void> {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const { text } = await app.ask('/trpc/auth.me', { cookie });
  expect(JSON.parse(text)).toMatchObject({
    result: { data: { json: { viewer: { role: 'admin' } } } },
  });
}
