// Finding people the way Koreans type: 민수, ㄱㅁㅅ, ㅁㅅ, or a Latin user name.
import { getChoseong } from 'es-hangul';

const ONLY_INITIALS = /^[ㄱ-ㅎ]+$/;

export function matchesName(person: { name: string; username?: string }, typed: string): boolean {
  const wanted = fold(typed);
  if (wanted === '') return true;
  const name = fold(person.name);
  if (name.includes(wanted) || fold(person.username ?? '').includes(wanted)) return true;
  return ONLY_INITIALS.test(wanted) && getChoseong(name).includes(wanted);
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('ko').replaceAll(/\s/g, '');
}
