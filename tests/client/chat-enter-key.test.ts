// The orders in which browsers tell of an Enter, as recorded while Hangul was being composed.
import { describe, expect, test } from 'vitest';
import { EnterKey, type EnterMode, type EnterVerdict } from '#client/ui/enter-key.ts';

type Told =
  | {
      type: 'keydown' | 'keyup';
      key: string;
      code: string;
      isComposing?: true;
      shiftKey?: true;
      ctrlKey?: true;
    }
  | { type: 'compositionend'; data: string };

/** What the field does at each of the events. */
function verdictsOf(events: Told[], mode?: EnterMode): EnterVerdict[] {
  const enter = new EnterKey();
  return events.map((event) => {
    if (event.type === 'compositionend') return enter.compositionEnd(event.data);
    const { key, code, isComposing = false, shiftKey = false, ctrlKey = false } = event;
    if (event.type === 'keydown')
      return enter.keyDown({ key, code, isComposing, shiftKey, ctrlKey }, mode);
    enter.keyUp({ key, code });
    return 'pass';
  });
}

function sentBy(events: Told[], mode?: EnterMode): number {
  return verdictsOf(events, mode).filter((verdict) => verdict === 'send').length;
}

const enterDown = { type: 'keydown', key: 'Enter', code: 'Enter' } as const;
const enterUp = { type: 'keyup', key: 'Enter', code: 'Enter' } as const;
const composingEnter = { ...enterDown, isComposing: true } as const;
const processEnter = { ...composingEnter, key: 'Process' } as const;
const lastSyllable = { type: 'compositionend', data: '요' } as const;
const typing: Told = { type: 'keydown', key: 'Process', code: 'KeyD', isComposing: true };

/** The orders in which one Enter is told that ends a syllable. */
function recorded(modifier: { ctrlKey?: true } = {}): [string, Told[]][] {
  const [mac, windows] = [
    { ...composingEnter, ...modifier },
    { ...processEnter, ...modifier },
  ];
  const down = { ...enterDown, ...modifier };
  return [
    ['Chrome on macOS', [typing, mac, lastSyllable, down, enterUp]],
    ['Chrome on Windows', [typing, windows, lastSyllable, down, enterUp]],
    ['Chrome on Windows, when it tells only once', [typing, windows, lastSyllable, enterUp]],
    ['Safari', [typing, lastSyllable, down, enterUp]],
    ['Firefox', [typing, mac, lastSyllable, enterUp]],
  ];
}

describe('one Enter finishes the syllable and sends once', () => {
  test.for(recorded())('%s', ([, events]) => {
    expect(sentBy(events)).toBe(1);
  });
});

test('the Enter that is told twice neither sends twice nor breaks the line', () => {
  expect(verdictsOf([composingEnter, lastSyllable, enterDown, enterUp])).toEqual([
    'pass',
    'send',
    'swallow',
    'pass',
  ]);
});

test('the next message needs an Enter of its own, and gets it', () => {
  const one: Told[] = [typing, composingEnter, lastSyllable, enterDown, enterUp];
  expect(sentBy([...one, ...one])).toBe(2);
  expect(sentBy([...one, enterDown, enterUp])).toBe(2);
  expect(sentBy([typing, processEnter, lastSyllable, enterUp, enterDown])).toBe(2);
});

test('a syllable that ends because the next one begins sends nothing', () => {
  expect(sentBy([typing, lastSyllable, typing, lastSyllable])).toBe(0);
});

test('Shift+Enter breaks the line, also while composing', () => {
  const shifted = { ...enterDown, shiftKey: true } as const;
  const composing = { ...composingEnter, shiftKey: true } as const;
  expect(verdictsOf([shifted, composing, lastSyllable])).toEqual(['pass', 'pass', 'pass']);
});

test('an Enter that chooses a word of another language sends nothing', () => {
  expect(sentBy([composingEnter, { type: 'compositionend', data: '日本' }, enterUp])).toBe(0);
});

test('an Enter that was thought better of sends nothing', () => {
  expect(sentBy([composingEnter, typing, lastSyllable])).toBe(0);
});

const turnedRound: EnterMode = { enterSends: false, hasList: false };

describe('turned round, Enter only ever finishes the syllable or breaks the line', () => {
  test.for(recorded())('%s', ([, events]) => {
    expect(new Set(verdictsOf(events, turnedRound))).toEqual(new Set(['pass']));
  });
});

describe('Ctrl+Enter finishes the syllable and sends once, whatever Enter does', () => {
  test.for(recorded({ ctrlKey: true }))('%s', ([, events]) => {
    expect(sentBy(events)).toBe(1);
    expect(sentBy(events, turnedRound)).toBe(1);
  });
});

describe('while names are offered, one Enter finishes the syllable and picks one, and sends nothing', () => {
  const modes = [true, false].map((enterSends): EnterMode => ({ enterSends, hasList: true }));
  test.for(recorded())('%s', ([, events]) => {
    for (const mode of modes) {
      const verdicts = verdictsOf(events, mode);
      expect(verdicts.filter((verdict) => verdict === 'pick')).toHaveLength(1);
      expect(verdicts).not.toContain('send');
    }
  });
});
