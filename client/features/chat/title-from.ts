import { parseMarkdown, plainText } from '#client/ui/markdown-parse.ts';
import type { Message } from '#server/chat/chat.schema.ts';

/** What a message is called where it has to be named: its first line without markup, its file, or `otherwise`. */
export function titleFrom(
  { body, files }: Pick<Message, 'body' | 'files'>,
  longest: number,
  otherwise: string,
): string {
  const [first] = plainText(parseMarkdown(body))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const title = first ?? files[0]?.name ?? otherwise;
  return title.length <= longest ? title : `${cut(title, longest - 1)}…`;
}

/** Not within a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
