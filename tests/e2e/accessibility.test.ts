// Every screen as axe sees it: names, roles, contrast; light and dark, wide and narrow.
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const SCREENS = [
  '/',
  '/tasks',
  '/tasks?group=due',
  '/tasks?view=board&columns=assignee',
  '/tasks?view=calendar',
  '/chat',
  '/reminders',
  '/promotions',
  '/promotions?view=timeline',
  '/promotions?view=calendar',
  '/settings',
  '/admin/people',
  '/admin/teams',
  '/admin/sessions',
  '/admin/health',
];

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const)(
  'no screen has a barrier that axe knows ($colorScheme, $width px)',
  async (look) => {
    const page = await office.signIn('user01', look);
    const barriers: string[] = [];
    for (const screen of SCREENS) {
      await page.goto(screen);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        barriers.push(
          `${screen}: ${id}: ${nodes
            .map((node) => node.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        );
    }
    expect(barriers).toEqual([]);
  },
  120_000,
);
