import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Me, UpdateProfileInput } from '#server/people/people.schema.ts';

type Patch = Partial<Pick<Me, 'name' | 'locale' | 'theme' | 'enterSends' | 'hasSound'>>;

export function useProfile() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  /** Shown at once; rejects, with everything as before, when it is refused. */
  function updateProfile(patch: Patch) {
    const input: UpdateProfileInput = patch;
    return act({
      provisional: [
        {
          feature: 'people',
          kind: 'profile.changed',
          id: viewer.id,
          data: { ...viewer, ...patch },
        },
      ],
      send: (mutationId) => client.people.updateProfile.mutate({ ...input, mutationId }),
    });
  }
  return { viewer, updateProfile };
}
