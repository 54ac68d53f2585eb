/**
 * One field somebody changed. `before` and `after` are what the field is on the wire, long texts cut; of `due` both its
 * day and its moment, of `checklistItems` how many there are and are done.
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
