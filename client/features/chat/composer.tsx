import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { MESSAGE_MAX } from '#server/chat/chat.schema.ts';
import type { Written } from './outgoing.ts';
import { EnterKey, type EnterVerdict } from './enter-key.ts';
import { useTypingSignal } from './use-typing.ts';
import classes from './composer.module.css';

/** From here on it says how much room is left. */
const NEARLY_FULL = 500;

type Props = {
  roomId: string;
  name: string;
  onSend: (message: Written) => void;
  /** Above the field: what goes with the message. */
  tray?: ReactNode;
  /** One button before the field. */
  before?: ReactNode;
};

/** One per room. Enter sends, Shift+Enter breaks the line. What is written stays in the browser until it was sent. */
export function Composer({ roomId, name, onSend, tray, before }: Props) {
  const t = useText('chat');
  const isNarrow = useNarrow();
  const field = useRef<HTMLTextAreaElement>(null);
  const [enter] = useState(() => new EnterKey());
  const { text, setText, clear } = useDraft(`chat:${roomId}`);
  const { typed, stopped, sent } = useTypingSignal(roomId);
  const left = MESSAGE_MAX - text.trim().length;
  useEffect(() => {
    if (!isNarrow) field.current?.focus();
  }, [isNarrow]);

  /** What stands in the field, not what was drawn last: a syllable may just have been finished. */
  function send() {
    const body = (field.current?.value ?? text).normalize('NFC').trim();
    if (body === '' || body.length > MESSAGE_MAX) return;
    clear();
    sent();
    onSend({ body, replyTo: null, mentionIds: [], mentionsAll: false, files: [] });
  }
  function obey(verdict: EnterVerdict, event: { preventDefault: () => void }) {
    if (verdict !== 'pass') event.preventDefault();
    if (verdict === 'send') send();
  }
  function onKeyDown(event: KeyboardEvent) {
    const { isComposing } = event.nativeEvent;
    obey(
      enter.keyDown({
        key: event.key,
        code: event.code,
        shiftKey: event.shiftKey,
        isComposing,
      }),
      event,
    );
  }
  return (
    <form
      className={classes.composer}
      data-region
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      {tray}
      <div className={classes.line}>
        {before}
        <textarea
          ref={field}
          className={classes.field}
          rows={1}
          aria-label={t('writeTo', { name })}
          placeholder={t('write')}
          enterKeyHint="send"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            typed(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => enter.keyUp(event)}
          onCompositionEnd={(event) => obey(enter.compositionEnd(event.data), event)}
          onBlur={stopped}
        />
        {left < NEARLY_FULL && (
          <span className={classes.left} data-over={left < 0 || undefined} aria-live="polite">
            {t('left', { count: left })}
          </span>
        )}
        <button
          type="submit"
          className={classes.send}
          aria-label={t('send')}
          title={t('send')}
          disabled={text.trim() === '' || left < 0}
        >
          <ArrowUp size={18} strokeWidth={2.25} aria-hidden="true" />
        </button>
      </div>
    </form>
  );
}
