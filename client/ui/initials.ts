const HANGUL_NAME = /^[가-힣]{2,5}$/;
const HUES = [265, 235, 205, 175, 150, 125, 85, 60, 35, 15, 345, 310];

/** 김민수 → 민수, 남궁민수 → 민수, Jane Doe → JD. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (HANGUL_NAME.test(trimmed)) return trimmed.length > 2 ? trimmed.slice(-2) : trimmed;
  const [first, ...others] = trimmed.split(/\s+/);
  const last = others.at(-1);
  const letters = [first, last].map((word) => Array.from(word ?? '')[0] ?? '').join('');
  return letters.toUpperCase() || '?';
}

/** The same person has the same colour on every screen. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return HUES[sum % HUES.length] ?? 265;
}
