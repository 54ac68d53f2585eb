import { trpc } from '#client/api/trpc.ts';

type FirstAdmin = { token: string; name: string; username: string; password: string };

export function useSetup() {
  const utils = trpc.useUtils();
  const createFirstAdmin = trpc.setup.createFirstAdmin.useMutation();
  const loadDemo = trpc.setup.loadDemo.useMutation();
  return {
    begin: async (admin: FirstAdmin) => {
      const { viewer, asOf } = await createFirstAdmin.mutateAsync(admin);
      utils.auth.me.setData(undefined, { viewer, asOf });
    },
    loadDemo: async (token: string) => {
      await loadDemo.mutateAsync({ token });
    },
  };
}
