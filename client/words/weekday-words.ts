// Names of weekdays, as they are read and as rules of repetition write them. 0 = Sunday.
export const KO_DAYS = '일월화수목금토';
const EN_DAYS = 'sun mon tue wed thu fri sat'.split(' ');
export const RULE_DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

export const EN_DAY_NAME =
  'sun(?:days?)?|mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?';
export const EN_DAY = `(?<en>${EN_DAY_NAME})`;

export function weekdayIn({ ko, en }: Record<string, string | undefined>): number | undefined {
  if (ko !== undefined) return KO_DAYS.indexOf(ko);
  return en === undefined ? undefined : EN_DAYS.indexOf(en.slice(0, 3).toLowerCase());
}
