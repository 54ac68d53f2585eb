// What a message can be found by: every two letters that stand side by side in a word. So two syllables and parts of
// words are found, which whole words (and three letters at a time) do not give in Korean. Whoever looks checks the text
// itself afterwards.

/** Letters, digits and the signs on them. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Upper and lower case are one, however the letters were put together. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** Each once. `text` is folded. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    const letters = Array.from(word);
    for (let at = 1; at < letters.length; at += 1)
      pairs.add(`${letters[at - 1] ?? ''}${letters[at] ?? ''}`);
  }
  return pairs;
}

/** Longer than any pair, so that no text can hold them. */
export const mark = {
  room: (id: string) => `room${plain(id)}`,
  author: (id: string) => `author${plain(id)}`,
  file: 'hasfile',
};

function plain(id: string): string {
  return id.replaceAll(/[^a-z0-9]/g, '');
}

/** What is looked through: what was said, and the names of the files. */
export function searchedText(message: {
  body: string;
  files: readonly { name: string }[];
}): string {
  return folded([message.body, ...message.files.map(({ name }) => name)].join('\n'));
}

const NOS_PER_SECOND = 65_536;

/** All messages from that moment on (to the second) have this number or a higher one. */
export function searchNoAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000) * NOS_PER_SECOND;
}
