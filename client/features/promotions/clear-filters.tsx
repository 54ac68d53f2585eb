import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';

/** The way out where the filters leave nothing. */
export function ClearFilters({ onClear }: { onClear: () => void }) {
  const t = useText('promotions');
  return (
    <Button variant="default" onClick={onClear}>
      {t('clearFilters')}
    </Button>
  );
}
