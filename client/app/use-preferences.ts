import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { setLocale } from '#client/i18n/i18n.ts';
import type { Me } from '#server/people/people.schema.ts';

/** Language and brightness are the person's, in every browser: whatever they change somewhere shows here too. */
export function usePreferences({ locale, theme }: Me): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    void setLocale(locale);
  }, [locale]);
  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
}
