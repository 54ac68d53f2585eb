// Light Markdown: bold, italic, strike, code, lists, quotes, links and pictures of our own, as a tree to draw. No HTML, no
// headings; whatever is not one of these stays as it was written. Kept to what people in an office type: `>_<`, `~~~` and
// `2026. 11. 22.` are not markup.
import MarkdownIt, { type Token } from 'markdown-it';
import { linkParts } from './link-parts.ts';
import { scanStars } from './markdown-emphasis.ts';
import { type PictureMark, scanPicture } from './markdown-picture.ts';

export type Mark =
  | { kind: 'text'; text: string }
  | { kind: 'code' | 'block'; text: string }
  | ({ kind: 'picture'; text: string } & PictureMark)
  | { kind: 'link'; href: string; parts: Mark[] }
  | { kind: 'strong' | 'em' | 'strike' | 'paragraph' | 'quote' | 'bullets' | 'item'; parts: Mark[] }
  | { kind: 'numbers'; start: number; parts: Mark[] };

/** Longer texts stay as they are written. */
const PARSED_MAX = 20_000;
/** What any markup or address has; without it there is nothing to parse. */
const MARKUP = /[*`[~>@]|www\.|:\/\/|^\s*(?:[-*]|\d{1,9}[.)])\s|\n\s*\n/im;

const parser = new MarkdownIt('zero').enable([
  'backticks',
  'blockquote',
  'emphasis',
  'fence',
  'link',
  'list',
  'strikethrough',
]);
parser.inline.ruler.before('emphasis', 'stars', scanStars);
parser.inline.ruler.before('link', 'picture', scanPicture);
parser.validateLink = (url) => /^(?:https?:\/\/|mailto:)[^\s/]/i.test(url);

export function parseMarkdown(text: string): Mark[] {
  if (text.length > PARSED_MAX || !MARKUP.test(text)) return [paragraph(text)];
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  return blocksOf(new Tokens(parser.parse(text, {})), lines);
}

/** Tokens come in a row, `…_open` and `…_close` around what is inside. */
class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  ahead(steps: number): Token | undefined {
    return this.#tokens[this.#at + steps];
  }

  take(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  /** Past what `open` opened. */
  skip(open: Token): void {
    while (this.next !== undefined && !isCloseOf(this.next, open)) this.#at += 1;
    this.#at += 1;
  }
}

function isCloseOf(token: Token, open: Token): boolean {
  return token.nesting === -1 && token.level === open.level && token.tag === open.tag;
}

function blocksOf(tokens: Tokens, lines: readonly string[]): Mark[] {
  const blocks: Mark[] = [];
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    if (token.nesting === -1) return blocks;
    const block = blockOf(token, tokens, lines);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function blockOf(token: Token, tokens: Tokens, lines: readonly string[]): Mark | null {
  if (isAsWritten(token, tokens, lines)) {
    if (token.nesting === 1) tokens.skip(token);
    return paragraph(
      lines
        .slice(...(token.map ?? [0, 0]))
        .join('\n')
        .trim(),
    );
  }
  switch (token.type) {
    case 'paragraph_open':
    case 'inline': {
      const inline = token.type === 'inline' ? token : tokens.take();
      if (token !== inline) tokens.take();
      return { kind: 'paragraph', parts: inlineOf(new Tokens(inline?.children ?? [])) };
    }
    case 'fence':
      return { kind: 'block', text: token.content.replace(/\n$/, '') };
    case 'blockquote_open':
      return { kind: 'quote', parts: blocksOf(tokens, lines) };
    case 'bullet_list_open':
      return { kind: 'bullets', parts: blocksOf(tokens, lines) };
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return { kind: 'numbers', start, parts: blocksOf(tokens, lines) };
    }
    case 'list_item_open':
      return { kind: 'item', parts: blocksOf(tokens, lines) };
    default:
      return null;
  }
}

/** `>_<`, `~~~~`, `+1` and dates look like markup to a parser, not to people. */
function isAsWritten(token: Token, tokens: Tokens, lines: readonly string[]): boolean {
  const first = lines[token.map?.[0] ?? 0] ?? '';
  switch (token.type) {
    case 'fence':
      return token.markup.startsWith('~');
    case 'blockquote_open':
      return !/>(?:\s|$)/.test(first);
    case 'bullet_list_open':
      return token.markup === '+';
    case 'ordered_list_open': {
      const inside = tokens.ahead(1);
      return inside?.type === 'ordered_list_open' && inside.map?.[0] === token.map?.[0];
    }
    default:
      return false;
  }
}

const WRAPS = { strong: 'strong', em: 'em', s: 'strike' } as const;

function inlineOf(tokens: Tokens, isInLink = false): Mark[] {
  const marks: Mark[] = [];
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    if (token.nesting === -1) return marks;
    if (token.type === 'link_open') marks.push(linkOf(token, tokens));
    else if (token.type === 'code_inline') marks.push({ kind: 'code', text: token.content });
    else if (token.nesting === 1 && isWrap(token.tag))
      marks.push({ kind: WRAPS[token.tag], parts: inlineOf(tokens, isInLink) });
    else if (isInLink) marks.push({ kind: 'text', text: token.content });
    else if (token.type === 'picture') marks.push(pictureOf(token));
    else marks.push(...textOf(token.content));
  }
  return marks;
}

function pictureOf({ content, meta }: Token): Mark {
  return { kind: 'picture', text: content, ...(meta as PictureMark) };
}

function isWrap(tag: string): tag is keyof typeof WRAPS {
  return tag in WRAPS;
}

/** A label that names another address than the one it leads to is not shown. */
function linkOf(token: Token, tokens: Tokens): Mark {
  const href = String(token.attrGet('href') ?? '');
  const parts = inlineOf(tokens, true);
  const named = linkParts(plainText(parts)).find((part) => part.href !== null)?.href ?? href;
  if (!isSameHost(named, href))
    return { kind: 'link', href, parts: [{ kind: 'text', text: href }] };
  return { kind: 'link', href, parts };
}

function isSameHost(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.host === b.host && (a.protocol === b.protocol || a.protocol !== 'mailto:');
}

function textOf(text: string): Mark[] {
  return linkParts(text).map((part) =>
    part.href === null
      ? { kind: 'text', text: part.text }
      : { kind: 'link', href: part.href, parts: [{ kind: 'text', text: part.text }] },
  );
}

function paragraph(text: string): Mark {
  return { kind: 'paragraph', parts: [{ kind: 'text', text }] };
}

const LINES = new Set<Mark['kind']>(['paragraph', 'quote', 'bullets', 'numbers', 'item', 'block']);

/** What is left of it without any markup; each paragraph and item is a line. */
export function plainText(marks: readonly Mark[]): string {
  const texts = marks.map((mark) => ('parts' in mark ? plainText(mark.parts) : mark.text));
  return texts.join(marks.some(({ kind }) => LINES.has(kind)) ? '\n' : '');
}
