import { useMemo } from 'react';
import type { Mention } from '#client/ui/markdown.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';

/** Whoever works here can be called in a task by `@name`. */
export function useColleagues(): readonly Mention[] {
  const viewer = useViewer();
  const { everybody } = usePeople();
  return useMemo(
    () => everybody.map(({ id, name }) => ({ name, isMe: id === viewer.id })),
    [everybody, viewer.id],
  );
}
