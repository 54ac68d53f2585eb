import type { Person } from '#client/ui/people.ts';

/** Those of the members who work here now, and so can be called. */
export function namedAmong(
  memberIds: readonly string[],
  personOf: (id: string) => Person | undefined,
): Person[] {
  return memberIds.flatMap((id) => {
    const person = personOf(id);
    return person?.status === 'active' ? [person] : [];
  });
}
