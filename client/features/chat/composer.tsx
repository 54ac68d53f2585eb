import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachButton } from '#client/ui/attach-button.tsx';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { calledIn } from '#client/ui/called.ts';
import { sayKeys } from '#client/ui/key-names.ts';
import { MentionField } from '#client/ui/mention-field.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { Attaching } from '#client/ui/use-uploads.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { messageAbilities } from '#server/chat/chat.policy.ts';
import { preview } from '#server/chat/chat.preview.schema.ts';
import {
  type Message,
  MENTIONS_MAX,
  MESSAGE_MAX,
  type RoomDetail,
} from '#server/chat/chat.schema.ts';
import { useMessageDesk } from './message-desk.tsx';
import { namedAmong } from './named-among.ts';
import type { Written } from './outgoing.ts';
import { ReplyChip } from './reply-chip.tsx';
import { ScheduleMenu } from './schedule-menu.tsx';
import { ScheduledLine } from './scheduled-line.tsx';
import { UrgentButton } from './urgent-button.tsx';
import { UrgentLine } from './urgent-line.tsx';
import { useRoomDraft } from './use-drafts.ts';
import { useScheduleFor } from './use-schedule-for.ts';
import { useTypingSignal } from './use-typing.ts';
import classes from './composer.module.css';

/** From here on it says how much room is left. */
const NEARLY_FULL = 500;

type Props = {
  room: RoomDetail;
  name: string;
  /** As far as they are loaded: what is answered, and what can be edited, is among them. */
  messages: readonly Message[];
  onSend: (message: Written) => void;
  /** What goes with the message; it waits while something is on its way there. */
  attaching: Attaching;
};

/** One per room. What is written is kept, on all devices, until it was sent. */
export function Composer({ room, name, messages, onSend, attaching }: Props) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const { edit } = useMessageDesk();
  const { draft, setBody, stopReply, clear } = useRoomDraft(room.id);
  const scheduleFor = useScheduleFor(room.id);
  const { typed, stopped, sent } = useTypingSignal(room.id);
  const { body: text, replyToId } = draft;
  const { uploads, uploadsOf, isBusy } = attaching;
  const field = useFocusedField(replyToId);
  const [isUrgent, setUrgent] = useState(false);
  const people = namedAmong(room.memberIds, personOf);
  const quote = draft.replyTo ?? previewOf(messages, replyToId);
  const left = MESSAGE_MAX - text.trim().length;

  function writtenFrom(typedText: string): Written | null {
    const body = typedText.normalize('NFC').trim();
    const isNothing = body === '' && uploads.length === 0;
    if (isNothing || isBusy || body.length > MESSAGE_MAX) return null;
    const { mentionIds, mentionsAll } = calledIn(body, people);
    const called = { mentionIds: mentionIds.slice(0, MENTIONS_MAX), mentionsAll };
    return {
      body,
      replyToId,
      replyTo: quote,
      ...called,
      isUrgent,
      files: uploads.flatMap(({ stored }) => stored ?? []),
    };
  }
  function send(typedText: string) {
    const written = writtenFrom(typedText);
    if (written === null) return;
    uploadsOf.take();
    clear();
    setUrgent(false);
    sent();
    onSend(written);
  }
  function sendLater(sendAt: Date) {
    const written = writtenFrom(text);
    if (written !== null) scheduleFor(written, sendAt).then(clear, () => {});
    field.current?.focus();
  }
  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { key, currentTarget } = event;
    if (key === 'Escape' && replyToId !== null) stopReply();
    else if (key === 'ArrowUp' && currentTarget.value === '' && replyToId === null) {
      const last = lastToEdit(messages, viewer, room);
      if (last === undefined) return;
      edit(last.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // Not a form: the menus in it have forms of their own.
    <div className={classes.composer} data-region data-composer>
      <ScheduledLine roomId={room.id} />
      {replyToId !== null && <ReplyChip quote={quote} onStop={stopReply} />}
      <AttachTray {...attaching} />
      {isUrgent && <UrgentLine isDirect={room.kind === 'direct'} />}
      <div className={classes.line}>
        <AttachButton onFiles={attaching.add} />
        <MentionField
          field={field}
          className={classes.field}
          label={t('writeTo', { name })}
          placeholder={t('write')}
          value={text}
          onChange={(next) => {
            setBody(next);
            typed(next);
          }}
          people={people.filter((person) => person.id !== viewer.id)}
          everybody={room.kind === 'direct' ? null : t('common:everybody')}
          enterSends={viewer.enterSends}
          onSend={send}
          onKey={onKey}
          onBlur={stopped}
        />
        {left < NEARLY_FULL && (
          <span className={classes.left} data-over={left < 0 || undefined} aria-live="polite">
            {t('left', { count: left })}
          </span>
        )}
        {viewer.role === 'admin' && <UrgentButton isOn={isUrgent} onChange={setUrgent} />}
        <ScheduleMenu
          isDisabled={text.trim() === '' || left < 0 || uploads.length > 0 || isUrgent}
          onPick={sendLater}
        />
        <button
          type="button"
          className={classes.send}
          aria-label={t('send')}
          title={t(viewer.enterSends ? 'send' : 'sendByKeys', { keys: sayKeys('mod+enter') })}
          disabled={isBusy || left < 0 || (text.trim() === '' && uploads.length === 0)}
          onClick={() => {
            send(field.current?.value ?? text);
            field.current?.focus();
          }}
        >
          <ArrowUp size={18} strokeWidth={2.25} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

/** It has the focus from the start (on a phone the keyboard would cover the room), and when somebody begins to answer. */
function useFocusedField(replyToId: string | null) {
  const isNarrow = useNarrow();
  const field = useRef<HTMLTextAreaElement>(null);
  const answered = useRef(replyToId);
  useEffect(() => {
    if (!isNarrow) field.current?.focus();
  }, [isNarrow]);
  useEffect(() => {
    if (replyToId !== null && replyToId !== answered.current) field.current?.focus();
    answered.current = replyToId;
  }, [replyToId]);
  return field;
}

function previewOf(messages: readonly Message[], id: string | null) {
  const message = messages.find((one) => one.id === id);
  return message === undefined ? null : preview(message);
}

/** The last one of mine that is loaded, if it can still be edited. */
function lastToEdit(messages: readonly Message[], viewer: { id: string }, room: RoomDetail) {
  const last = messages.findLast((one) => one.authorId === viewer.id && one.removedAt === null);
  return last !== undefined && messageAbilities(viewer, last, room).edit ? last : undefined;
}
