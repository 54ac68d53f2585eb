// Which tasks others changed since this person looked: asked once for a whole screen of them.
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLive } from '#client/live/use-live.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import classes from './marks.module.css';

const UnseenIds = createContext<ReadonlySet<string>>(new Set());

export function UnseenTasks({ children }: { children: ReactNode }) {
  const query = trpc.tasks.unseen.useQuery();
  const ids = useLive('tasks.unseen', undefined, query.data)?.ids;
  const unseen = useMemo(() => new Set(ids), [ids]);
  return <UnseenIds value={unseen}>{children}</UnseenIds>;
}

/** A dot on a task that others changed meanwhile, with a name for those who do not see it. */
export function UnseenDot({ taskId }: { taskId: string }) {
  const t = useText('task');
  if (!use(UnseenIds).has(taskId)) return null;
  return (
    <span className={classes.unseen} title={t('unseen')}>
      <VisuallyHidden>{t('unseen')}</VisuallyHidden>
    </span>
  );
}

/** What somebody has open and in sight, they have seen. */
export function useSeen(taskId: string): void {
  const isUnseen = use(UnseenIds).has(taskId);
  const { client } = trpc.useUtils();
  useEffect(() => {
    if (!isUnseen) return;
    const tell = () => {
      if (document.visibilityState === 'hidden') return;
      client.tasks.markSeen.mutate({ ids: [taskId] }).catch(() => {
        // The dot stays, and opening the task again says it again.
      });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [isUnseen, taskId, client]);
}
