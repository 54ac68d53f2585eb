// Which stars make words bold or italic. As in CommonMark, but for people who write Korean: a bold word may be followed
// by its particle (`**"네"**라고`), and stars between letters stay stars (`김*수`, `5*3*2`). Underscores stay what they are.
import type { StateInline } from 'markdown-it';

const STAR = 0x2a;
const UNDERSCORE = 0x5f;

const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string) => char === '' || /\s/u.test(char);
const isMark = (char: string) => /[\p{P}\p{S}]/u.test(char);
const isCjk = (char: string) =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char);

/** In place of markdown-it's own scan; pairing the stars up is left to it. */
export function scanStars(state: StateInline, isSilent: boolean): boolean {
  const marker = state.src.charCodeAt(state.pos);
  if (isSilent || (marker !== STAR && marker !== UNDERSCORE)) return false;
  let end = state.pos;
  while (end < state.posMax && state.src.charCodeAt(end) === marker) end += 1;
  if (marker === UNDERSCORE) state.pending += state.src.slice(state.pos, end);
  else pushStars(state, end);
  state.pos = end;
  return true;
}

function pushStars(state: StateInline, end: number): void {
  const length = end - state.pos;
  const { open, close } = sidesOf(charBefore(state), state.src.charAt(end), length);
  for (let pushed = 0; pushed < length; pushed += 1) {
    state.push('text', '', 0).content = '*';
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: STAR, length, token, end: -1, open, close });
  }
}

function charBefore({ src, pos }: StateInline): string {
  return pos === 0 ? '' : src.charAt(pos - 1);
}

function sidesOf(before: string, after: string, length: number) {
  const open = !isSpace(after) && (!isMark(after) || isEdge(before));
  const close = !isSpace(before) && (!isMark(before) || isEdge(after));
  const isWithinWord = length === 1 && isWord(before) && isWord(after);
  return { open: open && !isWithinWord, close };
}

function isEdge(char: string): boolean {
  return isSpace(char) || isMark(char) || isCjk(char);
}
