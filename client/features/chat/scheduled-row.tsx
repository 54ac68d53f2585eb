import { Button } from '@mantine/core';
import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { calledIn } from '#client/ui/called.ts';
import { useMinute } from '#client/ui/clock.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { usePeople } from '#client/ui/people.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { ScheduledMessage } from '#server/chat/chat.schedule.schema.ts';
import { MESSAGE_MAX } from '#server/chat/chat.schema.ts';
import { namedAmong } from './named-among.ts';
import { Times } from './schedule-menu.tsx';
import { useGiveBack } from './use-drafts.ts';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';
import { useScheduleActs } from './use-scheduled.ts';
import classes from './scheduled-row.module.css';

type Props = {
  item: ScheduledMessage;
  /** Says which room it is for. */
  hasRoom: boolean;
  /** Its text is back in the field. */
  onBack: () => void;
};

/** A message for later: its text and time can be changed, it can go now, or its text comes back into the field. */
export function ScheduledRow({ item, hasRoom, onBack }: Props) {
  const t = useText('chat');
  const locale = useLocale();
  const now = useMinute();
  const nameOf = useRoomName();
  const { personOf } = usePeople();
  const { change, sendNow, cancel } = useScheduleActs();
  const giveBack = useGiveBack();
  const room = useRooms().rooms.find((one) => one.id === item.roomId);
  const tell = (act: Promise<unknown>) => {
    act.catch((error: unknown) => toastFailed(error));
  };
  function edit(body: string) {
    return change(item, { body, ...calledIn(body, namedAmong(room?.memberIds ?? [], personOf)) });
  }
  async function takeBack() {
    await cancel(item.id);
    giveBack(item);
    onBack();
  }
  async function copy() {
    if (await copyText(item.body)) toastDone(t('common:copied'));
  }
  const when = sayAppointment(item.sendAt, { now, locale });
  return (
    <article className={classes.row} aria-label={when}>
      <p className={classes.when} data-failed={item.failure !== null || undefined}>
        {item.failure === null ? (
          <CalendarClock size={14} aria-hidden="true" />
        ) : (
          <TriangleAlert size={14} aria-hidden="true" />
        )}
        {item.failure === null ? when : t('notSentAt', { when })}
        {hasRoom && room !== undefined && <span className={classes.room}>{nameOf(room)}</span>}
      </p>
      {item.failure !== null && <p className={classes.failure}>{t(`failures.${item.failure}`)}</p>}
      <EditableText
        label={t('scheduledText')}
        value={item.body}
        onSave={edit}
        maxLength={MESSAGE_MAX}
        isMultiline
        isRequired
        className={classes.text}
      />
      <div className={classes.acts}>
        {room !== undefined && (
          <>
            <Drop
              label={t('changeTime')}
              width={280}
              renderButton={(props) => (
                <Button {...props} size="compact-sm" variant="default">
                  {t('changeTime')}
                </Button>
              )}
            >
              {(close) => (
                <Times
                  onPick={(sendAt) => {
                    close();
                    tell(change(item, { sendAt }));
                  }}
                />
              )}
            </Drop>
            <Button size="compact-sm" variant="default" onClick={() => tell(sendNow(item))}>
              {t('sendNow')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => tell(takeBack())}
            >
              {t('takeBack')}
            </Button>
          </>
        )}
        {item.failure !== null && (
          <Button size="compact-sm" variant="default" onClick={() => tell(copy())}>
            {t('common:copy')}
          </Button>
        )}
        {room === undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => tell(cancel(item.id))}
          >
            {t('delete')}
          </Button>
        )}
      </div>
    </article>
  );
}
