import { trpc } from '#client/api/trpc.ts';
import { forgetRecents } from '#client/ui/recents.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { forgetDrafts } from '#client/ui/use-draft.ts';

/** Leaves nothing of the person in this browser: their drafts and what they opened go, and the page starts anew. */
export function useSignOut(): () => void {
  const mutation = trpc.auth.signOut.useMutation({
    onSuccess: () => {
      forgetDrafts();
      forgetRecents();
      window.location.replace('/');
    },
    onError: (error) => toastFailed(error),
  });
  return () => mutation.mutate();
}
