import type { ko } from '../ko.ts';
import type { SameKeys } from '../same-keys.ts';

export const task: SameKeys<typeof ko.task> = {
  trash: 'Trash',
  trashHint: 'Removed tasks can be restored for {{days}} days. After that they are gone for good.',
  trashEmpty: 'The trash is empty',
  removedBy: 'removed by {{name}}',
  restore: 'Restore',
  restoreOne: 'Restore {{title}}',
  restored: 'Restored “{{title}}”.',
  files: 'Files',
  addFiles: 'Attach files',
  addPicture: 'Insert a picture',
  duplicate: 'Duplicate',
  duplicated: 'Made another “{{title}}”.',
  make: 'Make a task',
  made: 'Made a task of it.',
  unseen: 'Changed since you looked',
  repeats: 'Repeats: {{rule}}',
  repeat: {
    title: 'Repeat',
    none: 'Does not repeat',
    inWords: 'Say how it repeats',
    example: 'e.g. every 2 weeks on mon and wed',
    use: 'Set',
    from: 'Counted from',
    fromDue: 'Due day',
    fromDone: 'Day done',
    nextStays: 'The next one was changed meanwhile, so it stays.',
  },
};
