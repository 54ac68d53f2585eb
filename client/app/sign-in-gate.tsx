// Nothing of the office is asked for or shown before somebody has signed in. The address stays, so that signing in leads
// back to where they were.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { trpc } from '#client/api/trpc.ts';
import { useText } from '#client/i18n/use-text.ts';
import type { EndReason } from '#server/auth/auth.schema.ts';
import { ScreenMessage } from './screen-message.tsx';
import { SignedIn } from './signed-in.tsx';

const SignInPage = lazy(async () => ({
  default: (await import('#client/features/auth/sign-in-page.tsx')).SignInPage,
}));
const SetupPage = lazy(async () => ({
  default: (await import('#client/features/setup/setup-page.tsx')).SetupPage,
}));

export function SignInGate({ children }: { children: ReactNode }) {
  const t = useText('app');
  const me = trpc.auth.me.useQuery();
  const utils = trpc.useUtils();
  const [ended, setEnded] = useState<EndReason | null>(null);
  if (me.data === undefined) {
    if (me.error === null) return null;
    const retry = (
      <Button variant="default" size="sm" loading={me.isFetching} onClick={() => void me.refetch()}>
        {t('common:retry')}
      </Button>
    );
    return (
      <ScreenMessage title={t('unreachable.title')} text={t('unreachable.text')} action={retry} />
    );
  }
  const { viewer, asOf } = me.data;
  if (viewer === null) {
    return (
      <Suspense>
        <Entrance ended={ended} />
      </Suspense>
    );
  }
  return (
    <SignedIn
      key={viewer.id}
      viewer={viewer}
      onEnded={(reason) => {
        setEnded(reason);
        utils.auth.me.setData(undefined, { viewer: null, asOf });
      }}
    >
      {children}
    </SignedIn>
  );
}

/** The sign-in page, or on an empty server the first page there is. */
function Entrance({ ended }: { ended: EndReason | null }) {
  const t = useText('auth');
  const setup = useText('setup');
  const [isDemoLoaded, setDemoLoaded] = useState(false);
  useForgettingTheOffice();
  const status = trpc.setup.status.useQuery(undefined, { enabled: ended === null });
  if (status.data?.needsSetup === true && !isDemoLoaded) {
    return (
      <SetupPage canLoadDemo={status.data.canLoadDemo} onDemoLoaded={() => setDemoLoaded(true)} />
    );
  }
  if (status.isLoading) return null;
  if (isDemoLoaded) return <SignInPage notice={setup('demo.done')} />;
  return <SignInPage notice={ended === null ? undefined : t(`ended.${ended}`)} />;
}

/** Whoever signs in next may be somebody else, and finds nothing of the one before. */
function useForgettingTheOffice() {
  const queryClient = useQueryClient();
  useEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryHash }) => !ENTRANCE.test(queryHash) });
  }, [queryClient]);
}

/** What the entrance itself asks. */
const ENTRANCE = /^\[\["(auth","me|setup","status)"\]/;
