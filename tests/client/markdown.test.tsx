import { cleanup } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseMarkdown, plainText } from '#client/ui/markdown-parse.ts';
import { Markdown } from '#client/ui/markdown.tsx';
import { isOnlyEmoji } from '#client/ui/only-emoji.ts';
import { renderApp } from '#tests/support/render.tsx';

afterEach(cleanup);

function drawn(text: string, mentions: Parameters<typeof Markdown>[0]['mentions'] = []) {
  const { container } = renderApp(<Markdown text={text} mentions={mentions} />);
  return container.querySelector('[data-mantine-shared-styles] ~ div, div') as HTMLElement;
}

const html = (text: string) => drawn(text).innerHTML.replaceAll(/ class="[^"]*"/g, '');
const hrefs = (text: string) =>
  [...drawn(text).querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('light Markdown', () => {
  test.each([
    [
      '**굵게** *기울여* ~~지워~~ `그대로 *`',
      '<strong>굵게</strong> <em>기울여</em> <s>지워</s> <code>그대로 *</code>',
    ],
    ['**"네"**라고 답했어요', '<strong>"네"</strong>라고 답했어요'],
    ['첫 줄\n둘째 줄', '첫 줄\n둘째 줄'],
  ])('%s', (text, expected) => {
    expect(html(text)).toBe(`<p>${expected}</p>`);
  });

  test('lists, quotes and blocks of code', () => {
    expect(html('- 하나\n- 둘')).toBe('<ul><li><p>하나</p></li><li><p>둘</p></li></ul>');
    expect(html('3. 셋')).toBe('<ol start="3"><li><p>셋</p></li></ol>');
    expect(html('> 인용\n\n답')).toBe('<blockquote><p>인용</p></blockquote><p>답</p>');
    expect(html('```\nlet a\n\n  b\n```')).toBe('<pre>let a\n\n  b</pre>');
  });

  test.each([
    '>_<',
    '~~~~ㅋㅋ **네**',
    '2026. 11. 22. 회의',
    '김*수, 이*영 고객님',
    '5*3*2',
    '__init__.py 와 snake_case_name',
    'C:\\temp\\*.txt 와 \\\\nas\\공유',
    '# 제목 아님',
    '<b onclick="x()">굵지 않음</b> &amp;',
    '+ 1명',
    '그대로\n---\n그대로',
  ])('%s stays as it was written', (text) => {
    expect(drawn(text).textContent).toBe(text);
    expect(drawn(text).querySelector('em, strong, s, a, h1, b, ul, ol, blockquote')).toBeNull();
  });
});

describe('addresses', () => {
  test('become links without the particle or the mark behind them', () => {
    expect(hrefs('https://haru.kr을 보세요 (https://a.b/c_(d)). www.naver.com에서')).toEqual([
      'https://haru.kr',
      'https://a.b/c_(d)',
      'https://www.naver.com',
    ]);
    expect(hrefs('hong@example.com으로, https://namu.wiki/w/한국')).toEqual([
      'mailto:hong@example.com',
      'https://namu.wiki/w/한국',
    ]);
    expect(hrefs('README.md, 1.5배, a@b, https://')).toEqual([]);
  });

  test('open elsewhere, without telling where one came from', () => {
    const link = drawn('[회의록](https://docs.example.com/1)').querySelector('a');
    expect(link?.textContent).toBe('회의록');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '[x](vbscript:x)',
    '[x](//evil.example)',
    '[x](/chat)',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
  ])('%s leads nowhere', (text) => {
    expect(hrefs(text)).toEqual([]);
    expect(drawn(text).querySelector('img, script')).toBeNull();
  });

  test('a label cannot name another address than the one it leads to', () => {
    const link = drawn('[https://bank.example](https://evil.example/)').querySelector('a');
    expect(link?.textContent).toBe('https://evil.example/');
  });
});

describe('hostile text', () => {
  const LENGTH = 8_000;
  const LIMIT_MS = 500; // some ms each alone; the machine may be busy
  const pieces =
    '* ** *a **a a** *_ [ [a]( [a](b ![ > ![a](file: ![a](file:4d7a5f0e-6f8a-4c4e-9f43-00000000000 ` ~ ~~ ~~a - 1. http:// https://a( www.a. a@b. a.b-c_d \\ a\n ```\n ~~~\n @a **"a"** <a ( |';

  test.each(pieces.split(' '))('8,000 characters of %j take no time', (piece) => {
    for (const unit of [piece, `${piece} `, `${piece}\n`]) {
      const text = unit.repeat(LENGTH).slice(0, LENGTH);
      const startMs = performance.now();
      parseMarkdown(text);
      expect(performance.now() - startMs, JSON.stringify(unit)).toBeLessThan(LIMIT_MS);
    }
  });

  test('no letter is ever lost, whatever is written', () => {
    const bits = fc.constantFrom(...pieces.split(' '), '가', 'b', ' ', '\n', '\n\n', '1', ')', ']');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const letters = (from: string) => from.replaceAll(/[^가\p{L}]/gu, '');
        const shown = letters(plainText(parseMarkdown(text)));
        // An address that is hidden behind its label, or the language of a block of code, is not lost.
        const isAll = shown === letters(text);
        expect(isAll || /\]\(|```/.test(text), text).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('people who are called', () => {
  const mentions = [
    { name: '김민수', isMe: true },
    { name: '김민수진', isMe: false },
    { name: '모두', isMe: true },
  ];

  test('stand out, oneself most', () => {
    const called = drawn('@김민수진 님, **@김민수**가 @모두 불러요', mentions);
    const spans = [...called.querySelectorAll('span')];
    expect(spans.map((span) => span.textContent)).toEqual(['@김민수진', '@김민수', '@모두']);
    expect(spans.map((span) => span.dataset['me'])).toEqual([undefined, 'true', 'true']);
  });

  test('whoever is not called does not', () => {
    expect(drawn('@박지영 님과 a@김민수', []).querySelector('span')).toBeNull();
  });
});

test('a few emoji and nothing else are drawn large', () => {
  for (const text of ['👍', '🎉🎉 ❤️', '👩‍👩‍👧', '🇰🇷', '👍🏽'])
    expect(isOnlyEmoji(text), text).toBe(true);
  for (const text of ['', '네👍', '1', '👍👍👍👍👍👍👍', '#'])
    expect(isOnlyEmoji(text), text).toBe(false);
});
