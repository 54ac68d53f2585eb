// What a database finds and in which order is what plain JavaScript says, for any titles and anything typed; and typing a
// part of a title letter by letter finds it all the way.
import { asc, eq } from 'drizzle-orm';
import { assemble, disassemble, getChoseong } from 'es-hangul';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { tasks } from '#db/schema/tasks.ts';
import { newId } from '#server/new-id.ts';
import { searchKey } from '#server/search-key.schema.ts';
import { RANKS, rankOf, wantedText } from '#server/search-text.schema.ts';
import { hasWords, rankIn } from '#server/search/search.titles.ts';
import { testApp } from '#tests/support/test-app.ts';

const SYLLABLES = Array.from('가간갈갉값고과괘구권그긔까깎나늙없읽닭달걀견적서보내기김민수한글쓩');
const OTHERS = [...Array.from('aBz09%_!\\"é '), '👍', '한'.normalize('NFD')];
const title = fc
  .array(fc.constantFrom(...SYLLABLES, ...SYLLABLES, ...OTHERS), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join('').normalize('NFC').trim())
  .filter((text) => text !== '');

/** Some part of a title, as far as somebody got; or its initials; or something else. */
const typed = fc
  .tuple(title, fc.nat(12), fc.nat(30), fc.constantFrom('part', 'part', 'initials', 'words'))
  .map(([text, from, letters, how]) => {
    const part = Array.from(text)
      .slice(from % Array.from(text).length)
      .join('');
    if (how === 'initials') return getChoseong(part).slice(0, 1 + (letters % 4));
    if (how === 'words') return text.split('').toReversed().join(' ');
    return half(part, letters);
  });

/** Only the last syllable may be half there: that is how a Korean keyboard types. */
function half(text: string, letters: number): string {
  const all = Array.from(text);
  const kept = all.slice(0, 1 + (letters % all.length));
  const last = disassemble(kept.pop() ?? '');
  return kept.join('') + assemble(Array.from(last).slice(0, 1 + (letters % last.length)));
}

const offices = fc.record({
  titles: fc.array(title, { minLength: 5, maxLength: 30 }),
  texts: fc.array(fc.oneof(typed, title), { minLength: 20, maxLength: 20 }),
});

test.each(fc.sample(offices, { numRuns: isPostgres ? 3 : 8, seed: 20_261_123 }))(
  'the database finds what plain JavaScript finds (%#)',
  async ({ titles, texts }) => {
    await using app = await testApp();
    const { minsu } = await app.people('minsu');
    const teamId = minsu.viewer.teamId ?? '';
    const create = (text: string) => minsu.call.tasks.create({ id: newId(), title: text, teamId });
    const rows = await Promise.all(
      titles.map(async (text) => ({ id: (await create(text)).item.id, title: text })),
    );
    const parts = rows.map(({ title: text }, at) => half(text.replaceAll(' ', ''), at * 7));
    for (const text of [...texts, ...parts]) {
      const wanted = wantedText(text);
      if (wanted === null) continue;
      const found = await app.db.read(
        async (tx) =>
          await tx
            .select({ id: tasks.id, rank: rankIn(tasks.searchKey, wanted).mapWith(Number) })
            .from(tasks)
            .where(hasWords(tasks.searchKey, wanted))
            .orderBy(asc(rankIn(tasks.searchKey, wanted)), asc(tasks.id)),
      );
      const plain = rows
        .flatMap((row) => {
          const rank = plainRank(row.title, text);
          return rank === null ? [] : [{ id: row.id, rank }];
        })
        .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
      const said = `${JSON.stringify(text)} in ${JSON.stringify(titles)}`;
      expect(found, said).toEqual(plain);
      for (const { id, rank } of found) {
        const [row] = await app.db.read((tx) => tx.select().from(tasks).where(eq(tasks.id, id)));
        expect(rankOf(row?.searchKey ?? '', wanted), said).toBe(rank);
      }
    }
  },
);

test('a part of a title that is typed letter by letter finds it all the way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 8 }),
      fc.nat(7),
      (syllables, from) => {
        const text = syllables.slice(from % syllables.length).join('');
        const letters = disassemble(text);
        for (let at = 1; at <= letters.length; at += 1) {
          const soFar = assemble(Array.from(letters).slice(0, at));
          const wanted = wantedText(soFar);
          const key = searchKey(`새 ${syllables.join('')}!`);
          expect(wanted && rankOf(key, wanted), `${soFar} of ${syllables.join('')}`).not.toBeNull();
        }
      },
    ),
  );
});

// The same once more, said by the letters of es-hangul.

function plainRank(titleText: string, text: string): number | null {
  const name = folded(titleText);
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (!words.every((word) => spells(name, word) || initials(name, word) !== -1)) return null;
  const whole = folded(text);
  if (name === whole) return RANKS.exact;
  if (beginsWith(name, whole)) return RANKS.start;
  if (words.every((word) => spells(name, word))) return RANKS.inside;
  return initials(name, whole) === 0 ? RANKS.initialsAtStart : RANKS.initials;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '').normalize('NFC');
}

/** From one of its letters on, as far as somebody got. */
function spells(name: string, word: string): boolean {
  const letters = Array.from(name);
  return letters.some((_, at) => beginsWith(letters.slice(at).join(''), folded(word)));
}

function beginsWith(name: string, word: string): boolean {
  if (name.startsWith(word)) return true;
  const letters = disassemble(word);
  return !ONLY_CONSONANTS.test(word) && disassemble(name).startsWith(letters);
}

const ONLY_CONSONANTS = /^[ㄱ-ㅎ]+$/;

function initials(name: string, word: string): number {
  const wanted = folded(word);
  if (!ONLY_CONSONANTS.test(wanted)) return -1;
  const first = Array.from(name)
    .map((letter) => getChoseong(letter) || letter)
    .join('');
  return first.indexOf(disassemble(wanted));
}
