// Finding people the way Koreans type: 민수, ㄱㅁㅅ, ㅁㅅ, 김ㅁ while a syllable is half typed, or a Latin user name.
import { disassemble, getChoseong } from 'es-hangul';

/** Hangul alone: letters of other scripts have no parts. */
const HALF_TYPED = /^[ㄱ-ㅎㅏ-ㅣ가-힣]+$/;
const ONLY_INITIALS = /^[ㄱ-ㅎ]+$/;

export function matchesName(person: { name: string; username?: string }, typed: string): boolean {
  const wanted = fold(typed);
  if (wanted === '') return true;
  const name = fold(person.name);
  if (name.includes(wanted) || fold(person.username ?? '').includes(wanted)) return true;
  if (ONLY_INITIALS.test(wanted)) return getChoseong(name).includes(wanted);
  return HALF_TYPED.test(wanted) && disassemble(name).includes(disassemble(wanted));
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('ko').replaceAll(/\s/g, '');
}
