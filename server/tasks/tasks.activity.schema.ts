/**
 * One field somebody changed. `before` and `after` are what the field is on the wire, long texts cut; of `due` both its
 * day and its moment, of `checklistItems` nothing and a `ChecklistChange`.
 */
export type TaskChange = {
  id: string;
  taskId: string;
  actorId: string;
  field: string;
  before: unknown;
  after: unknown;
  at: Date;
};

/** How many there are and are done after it, and the titles of those it was about, a few of each. */
export type ChecklistChange = Record<'added' | 'removed' | 'finished' | 'reopened', string[]> & {
  done: number;
  total: number;
};
