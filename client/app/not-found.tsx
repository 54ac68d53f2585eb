import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { ScreenMessage } from './screen-message.tsx';

export function NotFound() {
  const t = useText('app');
  const navigate = useNavigate();
  const home = (
    <Button variant="default" size="sm" onClick={() => void navigate({ to: '/' })}>
      {t('notFound.action')}
    </Button>
  );
  return <ScreenMessage title={t('notFound.title')} text={t('notFound.text')} action={home} />;
}
