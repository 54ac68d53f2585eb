import { trpc } from '#client/api/trpc.ts';
import { currentLocale } from '#client/i18n/i18n.ts';

type Credentials = {
  username: string;
  password: string;
  /** They chose the language on this page, so it becomes theirs. */
  hasChosenLocale: boolean;
};

export function useSignIn() {
  const utils = trpc.useUtils();
  const mutation = trpc.auth.signIn.useMutation();
  const profile = trpc.people.updateProfile.useMutation();

  async function signIn({ username, password, hasChosenLocale }: Credentials) {
    let me = await mutation.mutateAsync({ username, password });
    const locale = currentLocale();
    if (hasChosenLocale && me.viewer.locale !== locale) me = await profile.mutateAsync({ locale });
    utils.auth.me.setData(undefined, { viewer: me.viewer, asOf: me.asOf });
  }
  return { signIn };
}
