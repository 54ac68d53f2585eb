import { useTranslation } from 'react-i18next';
import type { ko } from './ko.ts';

/** `const t = useText('tasks')`: `t('title')` of the feature, `t('common:save')` of what all share. */
export function useText<Feature extends keyof typeof ko>(feature: Feature) {
  return useTranslation<readonly [Feature, 'common']>([feature, 'common']).t;
}
