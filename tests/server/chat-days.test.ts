import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('a month names the days on which something was said, with the first message of each', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = newId();
  await minsu.call.chat.createRoom({ id: roomId, kind: 'group', memberIds: [jiyoung.id] });
  const say = (body: string) => minsu.call.chat.send({ id: newId(), roomId, body });
  // 2026-11-23 10:00 in Seoul; the next one a minute before midnight, the last in December.
  await say('첫날');
  app.clock.advance(14 * 60 * 60 * 1000 - 60_000);
  await say('자정 직전');
  app.clock.advance(60_000);
  await say('다음 날');
  app.clock.advance(8 * DAY_MS);
  await say('다음 달');

  const november = await jiyoung.call.chat.days({ roomId, month: '2026-11' });
  const december = await jiyoung.call.chat.days({ roomId, month: '2026-12' });

  expect(november.items).toEqual([
    { day: '2026-11-23', no: 1 },
    { day: '2026-11-24', no: 3 },
  ]);
  expect(december.items).toEqual([{ day: '2026-12-02', no: 4 }]);
});

test('only members learn on which days a room talked, and a month must be one', async () => {
  await using app = await testApp();
  const { minsu, harin } = await app.people('minsu', 'harin');
  const jiyoung = await app.person('jiyoung');
  const roomId = newId();
  await minsu.call.chat.createRoom({ id: roomId, kind: 'group', memberIds: [jiyoung.id] });

  await expect(harin.call.chat.days({ roomId, month: '2026-11' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  for (const month of ['2026-13', '2026-1', '', '2026-11-01'])
    await expect(minsu.call.chat.days({ roomId, month })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
});
