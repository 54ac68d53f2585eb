import { MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { schemeManager } from './scheme.ts';
import { cssVariables, makeTheme } from './theme.ts';
import './mantine-styles.ts';

export function ThemeProvider({ children }: { children: ReactNode }) {
  const t = useText('common');
  const [close, clear, showPassword] = [t('close'), t('clear'), t('showPassword')];
  const theme = useMemo(
    () => makeTheme({ close, clear, showPassword }),
    [close, clear, showPassword],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
