// The names of those an event is for. An event's audience names everybody who saw the thing before or sees it after.
export const topics = {
  user: (id: string) => `user:${id}`,
  team: (id: string) => `team:${id}`,
  room: (id: string) => `room:${id}`,
  staff: 'staff',
  admins: 'admins',
};

/** The union of audiences, each topic once. */
export function union(...audiences: readonly (readonly string[])[]): string[] {
  return [...new Set(audiences.flat())];
}
