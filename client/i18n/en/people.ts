import type { people as ko } from '../ko/people.ts';
import type { SameKeys } from '../same-keys.ts';

export const people: SameKeys<typeof ko> = {
  online_one: '{{count}}',
  online_other: '{{count}}',
  onlineLabel_one: '{{count}} person online',
  onlineLabel_other: '{{count}} people online',
  title: 'Colleagues',
  find: 'Find a colleague',
  here: 'Online',
  others: 'Everybody else',
  remindOf: 'Remind me about {{name}}',
  noTeam: 'No team',
  admin: 'Admin',
};
