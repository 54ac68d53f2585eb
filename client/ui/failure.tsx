import { Button } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { errorMessage } from './error-message.ts';
import { Notice } from './notice.tsx';

type Props = { error: unknown; onRetry?: (() => void) | undefined };

/** Beside what failed: what happened and, where it helps, another try. */
export function Failure({ error, onRetry }: Props) {
  const t = useText('common');
  const retry = onRetry && (
    <Button
      variant="subtle"
      color="red"
      size="compact-xs"
      leftSection={<RotateCw size={13} aria-hidden="true" />}
      onClick={onRetry}
    >
      {t('retry')}
    </Button>
  );
  return (
    <Notice tone="bad" action={retry}>
      {errorMessage(error)}
    </Notice>
  );
}
