import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

test.each(['mine', 'watching', 'overdue'] as const)(
  'not asking for %s is not asking for it, also after somebody did',
  async (filter) => {
    await using app = await testApp();
    const { minsu } = await app.people('minsu');
    const teamId = minsu.viewer.teamId ?? '';
    const { item } = await minsu.call.tasks.create({ id: newId(), title: '견적서', teamId });
    expect((await minsu.call.tasks.list({ [filter]: true })).items).toEqual([]);
    expect((await minsu.call.tasks.list({ [filter]: false })).items).toEqual([item]);
  },
);
