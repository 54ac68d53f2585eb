// Changing what one said. The text stays in the browser until it is saved or given up, and when the message was changed
// elsewhere meanwhile both texts are shown.
import { TRPCClientError } from '@trpc/client';
import { useRef, useState } from 'react';
import { calledIn } from '#client/ui/called.ts';
import { errorReason } from '#client/ui/error-message.ts';
import { usePeople } from '#client/ui/people.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { type Message, MESSAGE_MAX } from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { namedAmong } from './named-among.ts';
import { useMessageActs } from './use-message-acts.ts';

export function useMessageEdit(message: Message, onDone: () => void) {
  const { editMessage } = useMessageActs();
  const { room } = useMessageDesk();
  const { personOf } = usePeople();
  const { text, setText, clear } = useDraft(`chat-edit:${message.id}`, message.body);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Message | null>(null);
  const since = useRef(message.version);
  const isSaving = useRef(false);

  /** `typed`: what stands in the field, not what was drawn last. */
  async function save(typed = text): Promise<void> {
    const body = typed.normalize('NFC').trim();
    if (isSaving.current || body.length > MESSAGE_MAX || !canBe(body)) return;
    if (body === message.body) return giveUp();
    isSaving.current = true;
    setError(null);
    try {
      const called = calledIn(body, namedAmong(room.memberIds, personOf));
      await editMessage(message, { body, ...called }, since.current);
      giveUp();
    } catch (failure) {
      setText(typed);
      const current = currentOf(failure);
      if (current === null) setError(failure);
      else {
        since.current = current.version;
        setTheirs(current);
      }
    } finally {
      isSaving.current = false;
    }
  }
  function canBe(body: string): boolean {
    return body !== '' || message.files.length > 0;
  }
  function giveUp() {
    clear();
    onDone();
  }
  const isReady = canBe(text.trim()) && text.trim().length <= MESSAGE_MAX;
  return { text, setText, save, giveUp, error, theirs, isReady };
}

/** The message as somebody (most likely oneself, at another desk) has changed it. */
function currentOf(error: unknown): Message | null {
  if (errorReason(error) !== 'field_conflict' || !(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'current' in data
    ? (data.current as Message)
    : null;
}
