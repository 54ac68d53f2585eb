import type { app as ko } from '../ko/app.ts';
import type { SameKeys } from '../same-keys.ts';

export const app: SameKeys<typeof ko> = {
  name: 'Haru',
  skip: 'Skip to content',
  nav: {
    label: 'Main screens',
    today: 'Today',
    tasks: 'Tasks',
    chat: 'Chat',
    reminders: 'Reminders',
    promotions: 'Promotions',
    admin: 'Admin',
    settings: 'Settings',
  },
  badge: {
    tasks_one: '{{count}} task due by today',
    tasks_other: '{{count}} tasks due by today',
    chat_one: '{{count}} unread message',
    chat_other: '{{count}} unread messages',
    reminders_one: '{{count}} reminder due',
    reminders_other: '{{count}} reminders due',
    promotions_one: '{{count}} promotion starting today or ending soon',
    promotions_other: '{{count}} promotions starting today or ending soon',
    notifications_one: '{{count}} new notification',
    notifications_other: '{{count}} new notifications',
  },
  me: {
    menu: ', menu',
    settings: 'Settings',
    keys: 'Keyboard shortcuts',
    quiet: {
      halfHour: 'Do not disturb: 30 minutes',
      hour: 'Do not disturb: 1 hour',
      tomorrow: 'Do not disturb until 9 tomorrow',
    },
    quietEnd: 'End do not disturb',
    signOut: 'Sign out',
  },
  find: 'Find',
  connection: {
    live: 'Live',
    catchingUp: 'Reconnecting',
    offline: 'Offline',
    offlineText: 'What you are writing is kept. Everything continues once connected.',
  },
  bell: 'Notifications',
  keys: {
    title: 'Keyboard shortcuts',
    group: 'Everywhere',
    sheet: 'Show these keys',
    nextRegion: 'To the next part of the page',
    regionBefore: 'To the part before',
    find: 'Find',
    go: 'Go to {{place}}',
    close: 'Close',
  },
  notFound: {
    title: 'There is no such screen',
    text: 'The address has changed or was mistyped.',
    action: 'Go to Today',
  },
  crash: {
    title: 'This screen could not be drawn',
    text: 'Everything that was saved is safe. Loading it again usually helps.',
    reload: 'Load again',
    outdated: 'Haru has been updated. Loading the new version.',
  },
  unreachable: {
    title: 'The server cannot be reached',
    text: 'Please check your connection. This page continues as soon as the server answers.',
  },
};
