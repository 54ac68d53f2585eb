import { type Locale, setLocale } from '#client/i18n/i18n.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from './choice.tsx';

const LOCALES = [
  { value: 'ko', label: '한국어' },
  { value: 'en', label: 'English' },
] as const;

/** Changes the words on the screen at once; `onChoose` is for whoever remembers it. */
export function LanguageChoice({ onChoose }: { onChoose?: (locale: Locale) => void }) {
  const t = useText('common');
  const locale = useLocale();
  function choose(next: Locale) {
    void setLocale(next);
    onChoose?.(next);
  }
  return <Choice label={t('language')} value={locale} options={LOCALES} onChange={choose} />;
}
