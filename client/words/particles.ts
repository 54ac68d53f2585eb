// Korean particles follow the sound before them: 일을 · 회의를, 서울로 · 집으로. Words leave them open as `{을/를}`.
const OPEN = /([^\s{}]?)([\s"'’”)\]}!?.…]*)\{(을\/를|이\/가|은\/는|과\/와|으로\/로)\}/gu;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const FINAL_RIEUL = 8;
/** 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS = [
  'other',
  'rieul',
  'none',
  'other',
  'none',
  'none',
  'other',
  'rieul',
  'rieul',
  'none',
];

type Final = 'none' | 'rieul' | 'other' | null;

/** What cannot be read aloud takes both: 🙂을(를). */
export function withParticles(text: string): string {
  return text.replace(OPEN, (...[, before, between, pair]: string[]) => {
    const [closed = '', open = ''] = (pair ?? '').split('/');
    const final = finalOf(before ?? '');
    if (final === null) return `${before ?? ''}${between ?? ''}${closed}(${open})`;
    const isOpen = final === 'none' || (final === 'rieul' && open === '로');
    return `${before ?? ''}${between ?? ''}${isOpen ? open : closed}`;
  });
}

function finalOf(letter: string): Final {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) {
    const final = (code - FIRST_SYLLABLE) % FINALS;
    if (final === 0) return 'none';
    return final === FINAL_RIEUL ? 'rieul' : 'other';
  }
  if (/^\d$/.test(letter)) return (DIGITS[Number(letter)] ?? null) as Final;
  if (/^l$/i.test(letter)) return 'rieul';
  if (/^[mn]$/i.test(letter)) return 'other';
  return /^[a-z]$/i.test(letter) ? 'none' : null;
}
