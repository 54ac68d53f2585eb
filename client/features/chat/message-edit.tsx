import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { sayKeys } from '#client/ui/key-names.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { EnterKey, type EnterVerdict } from '#client/ui/enter-key.ts';
import { useMessageDesk } from './message-desk.tsx';
import { useMessageEdit } from './use-message-edit.ts';
import classes from './message-edit.module.css';

/** In the place of the bubble. Enter does what it does where one writes (and saves in place of sending), Esc leaves it as it was. */
export function MessageEdit({ message }: { message: Message }) {
  const t = useText('chat');
  const { edit } = useMessageDesk();
  const viewer = useViewer();
  const form = useRef<HTMLFormElement>(null);
  const [enter] = useState(() => new EnterKey());
  const { text, setText, save, giveUp, error, theirs, isReady } = useMessageEdit(message, leave);

  /** The focus goes to the message that was edited. */
  function leave() {
    const around = form.current?.closest<HTMLElement>('[data-message]');
    edit(null);
    around?.focus({ preventScroll: true });
  }
  function obey(
    verdict: EnterVerdict,
    event: { preventDefault: () => void; currentTarget: Field },
  ) {
    if (verdict !== 'pass') event.preventDefault();
    if (verdict === 'send') void save(event.currentTarget.value);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { isComposing } = event.nativeEvent;
    const { key, code, shiftKey, ctrlKey, metaKey } = event;
    const facts = { key, code, shiftKey, ctrlKey, metaKey, isComposing };
    if (key === 'Escape' && !isComposing) {
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    } else obey(enter.keyDown(facts, { enterSends: viewer.enterSends, hasList: false }), event);
  }
  return (
    <form
      ref={form}
      className={classes.edit}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {theirs !== null && (
        <div className={classes.theirs} role="alert">
          <span className={classes.hint}>{t('editedElsewhere')}</span>
          <p>{theirs.body}</p>
        </div>
      )}
      <textarea
        className={classes.field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever chose "edit" is about to write
        autoFocus
        rows={1}
        aria-label={t('editText')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => enter.keyUp(event)}
        onCompositionEnd={(event) => obey(enter.compositionEnd(event.data), event)}
      />
      {error !== null && (
        <div role="alert">
          <Failure error={error} onRetry={() => void save()} />
        </div>
      )}
      <div className={classes.foot}>
        <span className={classes.hint}>
          {t(viewer.enterSends ? 'editHint' : 'editHintKeys', { keys: sayKeys('mod+enter') })}
        </span>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={giveUp}>
          {t('common:cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={!isReady}>
          {theirs === null ? t('common:save') : t('saveMine')}
        </Button>
      </div>
    </form>
  );
}

type Field = EventTarget & HTMLTextAreaElement;
