// What Enter means while Hangul is being composed: finish the syllable and send, once, never half a word. The browsers
// tell it in different orders:
//   Chrome, macOS:    keydown Enter (229, composing) → compositionend → keydown Enter (13)
//   Chrome, Windows:  keydown Process (229, composing) → compositionend → keydown Enter (13), sometimes not
//   Safari:           compositionend → keydown Enter (229, not composing)
// So Enter while composing is remembered and sent at the end of the composition, and the second keydown is swallowed.

export type KeyFacts = {
  key: string;
  code: string;
  isComposing: boolean;
  shiftKey: boolean;
};

/** `send`: now. `swallow`: prevent what the key would do. `pass`: leave it to the field. */
export type EnterVerdict = 'send' | 'swallow' | 'pass';

const ENDS_IN_HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]$/;

export class EnterKey {
  #isWanted = false;
  #isEchoExpected = false;

  keyDown(event: KeyFacts): EnterVerdict {
    if (!isEnter(event)) {
      this.#isWanted = false;
      this.#isEchoExpected = false;
      return 'pass';
    }
    if (event.shiftKey) return 'pass';
    if (event.isComposing) {
      this.#isWanted = true;
      return 'pass';
    }
    if (this.#isEchoExpected) {
      this.#isEchoExpected = false;
      return 'swallow';
    }
    return 'send';
  }

  /** `text` is what was composed. Other languages end a composition with Enter without meaning to send. */
  compositionEnd(text: string): EnterVerdict {
    const isSent = this.#isWanted && ENDS_IN_HANGUL.test(text);
    this.#isEchoExpected = this.#isWanted;
    this.#isWanted = false;
    return isSent ? 'send' : 'pass';
  }

  keyUp(event: Pick<KeyFacts, 'key' | 'code'>): void {
    if (isEnter(event)) this.#isEchoExpected = false;
  }
}

function isEnter({ key, code }: Pick<KeyFacts, 'key' | 'code'>): boolean {
  return key === 'Enter' || (key === 'Process' && (code === 'Enter' || code === 'NumpadEnter'));
}
