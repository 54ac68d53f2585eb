// What one may react with: a single emoji, as people see one, however many characters it takes.
const EMOJI = /^\p{RGI_Emoji}$/v;
/** The longest ones (families, flags of regions) are far shorter. */
const EMOJI_MAX = 40;
const IN_COLOUR = '\u{FE0F}';

/** Null for anything else. What is an emoji only with its sign for colour gets that: the same one is never two. */
export function asEmoji(text: string): string | null {
  if (text.length > EMOJI_MAX) return null;
  return [text, `${text}${IN_COLOUR}`].find((emoji) => EMOJI.test(emoji)) ?? null;
}
