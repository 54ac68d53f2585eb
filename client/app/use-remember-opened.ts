import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Recent, rememberRecent } from '#client/ui/recents.ts';
import { useViewer } from '#client/ui/viewer.ts';

/** Whatever way it was opened, ⌘K offers it again. */
export function useRememberOpened(): void {
  const { id: viewerId } = useViewer();
  const { taskId, roomId, promotionId, reminderId } = useParams({ strict: false });
  const opened = [
    ['task', taskId],
    ['room', roomId],
    ['promotion', promotionId],
    ['reminder', reminderId],
  ] as const satisfies [Recent['kind'], unknown][];
  const [kind, id] = opened.find(([, each]) => each !== undefined) ?? [];
  useEffect(() => {
    if (kind !== undefined && id !== undefined) rememberRecent(viewerId, { kind, id });
  }, [viewerId, kind, id]);
}
