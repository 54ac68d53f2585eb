// The words on the screen. Korean is built in and always complete; English is fetched when somebody chooses it.
// Adding words for a feature: `ko/<feature>.ts` and `en/<feature>.ts`, and one line each in `ko.ts` and `en.ts`.
// The compiler holds English to exactly the keys of Korean.
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withParticles } from '#client/words/particles.ts';
import { ko } from './ko.ts';

declare module 'i18next' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be merged into
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof ko;
  }
}

export type Locale = 'ko' | 'en';

const particles = {
  type: 'postProcessor',
  name: 'particles',
  process: withParticles,
} as const;

const STORAGE_KEY = 'haru.locale';

export const i18n = createInstance();

/** Resolves when the words are ready to be shown. */
export async function startWords(): Promise<void> {
  await i18n
    .use(initReactI18next)
    .use(particles)
    .init({
      lng: 'ko',
      fallbackLng: 'ko',
      defaultNS: 'common',
      resources: { ko },
      interpolation: { escapeValue: false },
      postProcess: particles.name,
      react: { useSuspense: false },
    });
  await setLocale(storedLocale());
}

let wanted: Locale = 'ko';

export async function setLocale(locale: Locale): Promise<void> {
  wanted = locale;
  if (locale === 'en' && !i18n.hasResourceBundle('en', 'common')) {
    const { en } = await import('./en.ts');
    for (const [namespace, texts] of Object.entries(en))
      i18n.addResourceBundle('en', namespace, texts);
  }
  if (wanted !== locale) return; // chosen otherwise while the words were on their way
  await i18n.changeLanguage(locale);
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

export function currentLocale(): Locale {
  return i18n.language === 'en' ? 'en' : 'ko';
}

function storedLocale(): Locale {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ko';
  } catch {
    return 'ko'; // storage is closed in some private windows
  }
}

function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    return; // the choice then lasts as long as the page
  }
}
