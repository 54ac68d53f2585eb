import type { views as ko } from '../ko/views.ts';
import type { SameKeys } from '../same-keys.ts';

export const views: SameKeys<typeof ko> = {
  title: 'Views',
  builtIn: 'Always there',
  mine: 'My views',
  ofAll: 'Shared views',
  shared: 'Shared',
  name: 'Name for these filters',
  keep: 'Save',
  shareWithAll: 'Share with everybody',
  nothingToKeep: 'Choose filters to save them under a name.',
  menuOf: 'Menu of the view {{name}}',
  rename: 'Rename',
  takeFilters: 'Take the filters of now',
  share: 'Share with everybody',
  unshare: 'Keep to myself',
  remove: 'Delete',
  removed: 'Deleted the view “{{name}}”.',
  removedForAll: 'Deleted the view “{{name}}” for everybody.',
  byToday: 'Mine, due by today',
  running: 'Running',
  ending: 'Ending soon',
};
