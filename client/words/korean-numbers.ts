// Small numbers as people say them in Korean: 세 시 · 두 시간 · 사흘 · 첫째. Digits are numbers too.
const COUNTS = '한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두'.split(' ');
const DAYS = '하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘'.split(' ');
const ORDINALS = '첫 둘 셋 넷'.split(' ');

/** For a pattern; the longer ones first. */
export const COUNT = `\\d{1,3}|${[...COUNTS].toReversed().join('|')}`;
export const DAY_COUNT = DAYS.join('|');
export const ORDINAL = ORDINALS.join('|');

/** Of digits, or of one of those words; NaN of anything else. */
export function countOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  for (const words of [COUNTS, DAYS, ORDINALS]) {
    const at = words.indexOf(said);
    if (at >= 0) return at + 1;
  }
  return Number.NaN;
}
