// Pictures within a text: `![name](file:<id>)`, of files that hang on the same thing. There is no way to write an address,
// so nothing from outside is ever loaded.
import type { StateInline } from 'markdown-it';
import type { Mark } from './markdown-parse.ts';

export type PictureMark = { id: string; name: string };

const NAME_MAX = 300;
const PICTURE = new RegExp(
  String.raw`!\[([^\]\n]{1,${NAME_MAX}})\]\(file:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\)`,
  'iy',
);

/** A rule for markdown-it. */
export function scanPicture(state: StateInline, isSilent: boolean): boolean {
  PICTURE.lastIndex = state.pos;
  const [text, name, id] = PICTURE.exec(state.src) ?? [];
  if (text === undefined || state.pos + text.length > state.posMax) return false;
  if (!isSilent) {
    const token = state.push('picture', '', 0);
    token.content = text;
    token.meta = { name, id: id?.toLowerCase() };
  }
  state.pos += text.length;
  return true;
}

/** As it is written in a text. What would end the name early is left out of it. */
export function pictureText({ id, name }: PictureMark): string {
  const plain = name.normalize('NFC').replaceAll(/[[\]`\n\r]/g, ' ');
  return `![${plain.slice(0, NAME_MAX)}](file:${id})`;
}

/** In the order of the text, each once. */
export function pictureIdsIn(marks: readonly Mark[]): string[] {
  const ids = marks.flatMap((mark) => {
    if (mark.kind === 'picture') return [mark.id];
    return 'parts' in mark ? pictureIdsIn(mark.parts) : [];
  });
  return [...new Set(ids)];
}
