export const notices = {
  title: 'Notifications',
  markAllRead: 'Mark all read',
  nothing: 'No notifications yet.',
  nothingText: 'When somebody calls you, or answers you or comments on your task, it gathers here.',
  older: 'Earlier notifications',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  unread_one: '{{count}} new notification',
  unread_other: '{{count}} new notifications',
  new: 'New: ',
  markRead: 'Mark read',
  markUnread: 'Mark unread',
  urgent: 'Urgent',
  did: {
    mention: '{{name}} called you',
    reply: '{{name}} answered you',
    comment_mention: '{{name}} called you in a comment',
    comment: '{{name}} left a comment',
    assigned: '{{name}} gave you this task',
    task_done: '{{name}} finished this task',
    reminder_soon: 'Due soon: {{when}}',
    summary: 'Some things are still open',
  },
  overdue: {
    lateTasks_one: '{{count}} late task',
    lateTasks_other: '{{count}} late tasks',
    todaysTasks_one: '{{count}} due today',
    todaysTasks_other: '{{count}} due today',
    reminders_one: '{{count}} reminder waiting',
    reminders_other: '{{count}} reminders waiting',
  },
  settings: {
    title: 'Notifications',
    sound: 'Sound',
    soundHint:
      'A short sound when something new comes while you look elsewhere. In all your browsers.',
    desktop: 'Browser notifications',
    desktopHint:
      'Tell you when Haru is out of sight. In this browser only; each room has its own setting.',
    push: 'Also while closed',
    pushHint:
      'Tells you on this device even when Haru is closed. What you have seen on a screen is not sent.',
    pushUnavailable:
      'This browser knows no notifications while closed, or only for installed apps.',
    on: 'On',
    off: 'Off',
    try: 'Try it',
    tried:
      'A notification is on its way. If you do not see it, look at the notification settings of your computer, or its do-not-disturb.',
    trial: 'This is how it looks.',
    denied:
      'This browser blocks notifications from Haru. Allow them in the site settings, left of the address, then turn them on again.',
    insecure:
      'Haru is not opened over https, so the browser does not allow notifications. Ask an admin for an https address. The sound and the number in the tab work all the same.',
    unavailable:
      'This browser has no notifications. The sound and the number in the tab work all the same.',
  },
} as const;
