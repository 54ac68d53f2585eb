import type { setup as ko } from '../ko/setup.ts';
import type { SameKeys } from '../same-keys.ts';

export const setup: SameKeys<typeof ko> = {
  title: 'Start with Haru',
  text: 'Nobody is on this server yet. There are two ways to begin.',
  token: 'Set-up code',
  tokenHelp:
    'It is printed in the terminal the server was started from, so that only whoever started it can begin.',
  way: 'How to begin',
  admin: {
    title: 'Begin with your office',
    text: 'Make the first admin. Colleagues are added later, on the admin screen.',
    name: 'Name',
    nameExample: 'Kim Minsu',
    username: 'User name',
    password: 'Password',
    create: 'Begin',
  },
  demo: {
    title: 'Look around a demo company',
    text: '40 people in 6 teams, with 600 tasks, 20 chat rooms, reminders and promotions.',
    notHere:
      'The demo can only be loaded into a server that listens on this computer alone (127.0.0.1).',
    load: 'Load the demo',
    loading: 'Making the demo company. This takes a few seconds.',
    done: 'The demo company is ready. Sign in as user01 (an admin) or, for example, user04, with the password demo-haru-2026.',
  },
};
