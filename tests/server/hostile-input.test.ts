// No input of any shape is a bug of ours: every procedure, given nearly right and entirely wrong inputs, answers or
// refuses with a stable reason.
import { getErrorShape, getTRPCErrorFromUnknown } from '@trpc/server';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { appRouter } from '#server/app.ts';
import { newId } from '#server/new-id.ts';
import {
  callByPath,
  type Office,
  openOffice,
  type ProcedureType,
  procedures,
  validInput,
} from '#tests/support/every-procedure.ts';
import { fieldsOf, hostileInput, type Known, strangeCursors } from '#tests/support/hostile.ts';
import { testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 25 : 100;
/** Each hashes a password, which is meant to take long. */
const SLOW = /signIn|changePassword|resetPassword|users\.create|createFirstAdmin/;
const features = [...new Set(procedures.map(({ path }) => path.split('.')[0] ?? ''))];

test.each(features)(
  'nothing sent to %s.* ends as an internal error',
  async (feature) => {
    await using app = await testApp();
    const office = await openOffice(app);
    const known = await whatExists(office);
    for (const { path, type, inputs } of procedures) {
      if (path.split('.')[0] !== feature) continue;
      const { call } = feature === 'admin' ? office.admin : office.minsu;
      const isRefusedWell = async (input: unknown) => {
        const refusal = await refusalOf(() => callByPath(call, path, input), { path, type });
        if (refusal === null) return;
        expect(refusal.code, `${path}: ${String(refusal.cause)}`).not.toBe('INTERNAL_SERVER_ERROR');
        expect(refusal.reason, path).toMatch(/^[a-z]+(_[a-z]+)*$/);
      };
      await fc.assert(fc.asyncProperty(hostileInput(inputs[0], known), isRefusedWell), {
        numRuns: SLOW.test(path) ? 12 : RUNS,
        seed: 20_261_122,
      });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
  60_000,
);

test('no list takes a cursor that is none of its own for more than that', async () => {
  await using app = await testApp();
  const office = await openOffice(app);
  const lists = procedures.filter(({ inputs }) => namesOf(inputs).includes('cursor'));
  expect(lists.length).toBeGreaterThanOrEqual(6);
  for (const { path, type, inputs } of lists) {
    const { call } = path.startsWith('admin.') ? office.admin : office.minsu;
    const input = (await validInput(path, office)) as object | undefined;
    const { sorts } = fieldsOf(inputs[0]);
    for (const cursor of strangeCursors) {
      for (const sort of sorts.length === 0 ? [undefined] : sorts) {
        const given = { ...input, cursor, ...(sort === undefined ? {} : { sort }) };
        const about = `${path} ${JSON.stringify(given)}`;
        await endsWell(() => callByPath(call, path, given), { path: about, type });
      }
    }
  }
}, 60_000);

function namesOf([schema]: unknown[]): string[] {
  return schema === undefined ? [] : fieldsOf(schema).names;
}

async function endsWell(
  call: () => Promise<unknown>,
  about: { path: string; type: ProcedureType },
) {
  const refusal = await refusalOf(call, about);
  if (refusal === null) return;
  expect(refusal.code, `${about.path}: ${String(refusal.cause)}`).not.toBe('INTERNAL_SERVER_ERROR');
  expect(refusal.reason, about.path).toMatch(/^[a-z]+(_[a-z]+)*$/);
}

/** Things of every kind, by id; the callers are not among them, so that no admin lets themselves go. */
async function whatExists(office: Office): Promise<Known> {
  const { app, jiyoung, harin, teamId } = office;
  const made = ['tasks.get', 'chat.room', 'promotions.get', 'reminders.get', 'reminders.snooze'];
  const ids = [jiyoung.id, harin.id, teamId];
  for (const path of made) ids.push(((await validInput(path, office)) as { id: string }).id);
  const { id: sessionId } = (await validInput('auth.endSession', office)) as { id: string };
  return { ids, sessionId, position: app.deps.hub.position };
}

type Refusal = { code: string; reason: string; cause: unknown };

/** As it would be on the wire; null when the call was answered. */
async function refusalOf(
  call: () => Promise<unknown>,
  about: { path: string; type: ProcedureType },
): Promise<Refusal | null> {
  try {
    await call();
    return null;
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    const config = appRouter._def._config;
    const ctx = { requestId: newId() } as never;
    const shape = getErrorShape({ config, error, ...about, input: undefined, ctx });
    return { code: shape.data.code, reason: shape.data.reason, cause: error.cause };
  }
}
