import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLive } from '#client/live/use-live.ts';
import type { TokenItem, TokenScope } from '#server/tokens/tokens.schema.ts';

export type NewToken = { name: string; scope: TokenScope; expiresInDays: number };

export function useTokens() {
  const query = trpc.tokens.list.useQuery();
  const tokens = useLive('tokens.list', undefined, query.data)?.items ?? [];
  const act = useAct();
  const { client } = trpc.useUtils();
  return {
    query,
    tokens,
    /** Resolves to the secret, which the server tells only now. */
    createToken: async (token: NewToken): Promise<string> => {
      const { secret } = await act({
        provisional: [],
        send: (mutationId) => client.tokens.create.mutate({ ...token, mutationId }),
      });
      return secret;
    },
    revokeToken: ({ id }: TokenItem) =>
      act({
        provisional: [{ feature: 'people', kind: 'token.revoked', id, data: null }],
        send: (mutationId) => client.tokens.revoke.mutate({ id, mutationId }),
      }),
  };
}
