// What Enter means while Hangul is being composed: finish the syllable and act, once, never on half a word. The browsers
// tell it in different orders:
//   Chrome, macOS:    keydown Enter (229, composing) → compositionend → keydown Enter (13)
//   Chrome, Windows:  keydown Process (229, composing) → compositionend → keydown Enter (13), sometimes not
//   Safari:           compositionend → keydown Enter (229, not composing)
// So Enter while composing is remembered and obeyed at the end of the composition, and the second keydown is swallowed.

export type KeyFacts = {
  key: string;
  code: string;
  isComposing: boolean;
  shiftKey: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
};

/** `pick`: take what the open list offers. `swallow`: prevent what the key would do. `pass`: leave it to the field. */
export type EnterVerdict = 'send' | 'pick' | 'swallow' | 'pass';

/** Of now; `enterSends` false turns it round: Enter breaks the line, and only Ctrl or ⌘ with it sends. */
export type EnterMode = { enterSends: boolean; hasList: boolean };

const ENDS_IN_HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]$/;

export class EnterKey {
  #wanted: 'send' | 'pick' | null = null;
  #isEchoExpected = false;

  keyDown(event: KeyFacts, mode: EnterMode = { enterSends: true, hasList: false }): EnterVerdict {
    if (!isEnter(event)) {
      this.#wanted = null;
      this.#isEchoExpected = false;
      return 'pass';
    }
    const wish = wishOf(event, mode);
    if (event.isComposing) {
      this.#wanted = wish;
      return 'pass';
    }
    if (this.#isEchoExpected) {
      this.#isEchoExpected = false;
      return 'swallow';
    }
    return wish ?? 'pass';
  }

  /** `text` is what was composed. Other languages end a composition with Enter without meaning anything more. */
  compositionEnd(text: string): EnterVerdict {
    const wish = this.#wanted;
    this.#isEchoExpected = wish !== null;
    this.#wanted = null;
    return wish !== null && ENDS_IN_HANGUL.test(text) ? wish : 'pass';
  }

  keyUp(event: Pick<KeyFacts, 'key' | 'code'>): void {
    if (isEnter(event)) this.#isEchoExpected = false;
  }
}

/** Null: a new line. */
function wishOf(event: KeyFacts, { enterSends, hasList }: EnterMode): 'send' | 'pick' | null {
  const { shiftKey, ctrlKey = false, metaKey = false } = event;
  if (shiftKey) return null;
  if (ctrlKey || metaKey) return 'send';
  if (hasList) return 'pick';
  return enterSends ? 'send' : null;
}

function isEnter({ key, code }: Pick<KeyFacts, 'key' | 'code'>): boolean {
  return key === 'Enter' || (key === 'Process' && (code === 'Enter' || code === 'NumpadEnter'));
}
