import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { LanguageChoice } from '#client/ui/language-choice.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import type { Me } from '#server/people/people.schema.ts';
import { useProfile } from './use-profile.ts';

const ENTER = ['sends', 'breaks'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Kept with the person, so that every browser of theirs looks the same. */
export function LooksSection() {
  const t = useText('settings');
  const { viewer, updateProfile } = useProfile();
  const keep = (patch: Partial<Pick<Me, 'locale' | 'theme' | 'enterSends'>>) => {
    updateProfile(patch).catch((error: unknown) => toastFailed(error));
  };
  return (
    <Section title={t('looks.title')}>
      <FieldRows>
        <FieldRow label={t('looks.language')}>
          <LanguageChoice onChoose={(locale) => keep({ locale })} />
        </FieldRow>
        <FieldRow label={t('looks.theme')}>
          <Choice
            label={t('looks.theme')}
            value={viewer.theme}
            options={THEMES.map((value) => ({ value, label: t(`looks.${value}`) }))}
            onChange={(theme) => keep({ theme })}
          />
        </FieldRow>
        <FieldRow label={t('looks.enter')}>
          <Choice
            label={t('looks.enter')}
            value={viewer.enterSends ? 'sends' : 'breaks'}
            options={ENTER.map((value) => ({ value, label: t(`looks.${value}`) }))}
            onChange={(value) => keep({ enterSends: value === 'sends' })}
          />
        </FieldRow>
      </FieldRows>
    </Section>
  );
}
