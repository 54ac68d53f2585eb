import { useTranslation } from 'react-i18next';
import type { Locale } from './i18n.ts';

export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ko';
}
