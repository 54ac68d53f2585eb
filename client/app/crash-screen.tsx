import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { ScreenMessage } from './screen-message.tsx';

/** A screen that threw. When its code has gone because the server was updated, the new page is fetched once. */
export function CrashScreen({ error }: ErrorComponentProps) {
  const t = useText('app');
  const isOutdated = isMissingChunk(error) && !wasJustReloaded();
  useEffect(() => {
    if (isOutdated) reloadOnce();
  }, [isOutdated]);
  const reload = (
    <Button variant="default" size="sm" onClick={() => window.location.reload()}>
      {t('crash.reload')}
    </Button>
  );
  return (
    <ScreenMessage
      title={t('crash.title')}
      text={isOutdated ? t('crash.outdated') : t('crash.text')}
      action={reload}
    />
  );
}

const RELOADED_AT = 'haru.reloadedAt';
const JUST_MS = 20_000;

function isMissingChunk(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return /dynamically imported module|module script failed|preload css/i.test(message);
}

function wasJustReloaded(): boolean {
  return Date.now() - Number(sessionStorage.getItem(RELOADED_AT) ?? 0) < JUST_MS;
}

function reloadOnce(): void {
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  window.location.reload();
}
