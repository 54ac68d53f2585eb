// Sounds and the browser's notifications, as long as somebody is signed in. Draws nothing.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { Alerter } from '#client/features/notices/alerter.ts';
import type { Alert } from '#client/features/notices/alerts.ts';
import { Chime } from '#client/features/notices/chime.ts';
import { noteState, showNote } from '#client/features/notices/desktop-notes.ts';
import { startLead } from '#client/features/notices/lead.ts';
import { Looking } from '#client/features/notices/looking.ts';
import { sharedShelf } from '#client/features/notices/shared-shelf.ts';
import { placeOf } from '#client/features/notices/place-of.ts';
import { playSound } from '#client/features/notices/play-sound.ts';
import { useLooking } from '#client/features/notices/use-looking.ts';
import { useNoticeWords } from '#client/features/notices/use-notice-words.ts';
import { DueAlerter } from '#client/features/reminders/due-alerter.ts';
import { useShowDue } from '#client/features/reminders/use-show-due.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLiveStore } from '#client/live/use-live.ts';
import { now } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { quietNow } from '#server/notifications/notifications.quiet.policy.ts';
import type { NoticeKind } from '#server/notifications/notifications.schema.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

const tab = newId();

export function Alerts() {
  const viewer = useViewer();
  const { id: viewerId, hasSound } = viewer;
  const store = useLiveStore();
  const { rooms } = trpc.useUtils().chat;
  const { preferences } = trpc.useUtils().notifications;
  const show = useShowNote();
  const ring = useEffectEvent(() => {
    if (hasSound) playSound();
  });
  const tell = useEffectEvent((alert: Alert) => show(alert));
  const showDue = useShowDue();
  const tellDue = useEffectEvent((reminder: ReminderItem) => showDue(reminder));
  const viewerOfNow = useEffectEvent(() => viewer);
  /** Kept current by events; asked for only when they are not there, or events were not enough. */
  const roomsOfNow = useEffectEvent(async () => {
    const { items } = await rooms.fetch(undefined, { staleTime: Infinity });
    return new Map(items.map((room) => [room.id, room]));
  });
  const wishesOfNow = useEffectEvent(async () => {
    const { item } = await preferences.fetch(undefined, { staleTime: Infinity });
    return { isQuiet: quietNow(item, now()), offKinds: item.offKinds };
  });
  const [looking] = useState(() => new Looking(sharedShelf(), { tab, nowMs: Date.now }));
  useLooking(looking, useLocation({ select: ({ pathname }) => pathname }));
  useEffect(() => {
    const lead = startLead({ tab, nowMs: Date.now });
    const chime = new Chime(() => ring(), Date.now);
    const alerter = new Alerter({
      viewerId,
      now,
      roomsOfNow: () => roomsOfNow(),
      wishesOfNow: () => wishesOfNow(),
      isLeader: lead.isMine,
      looksAt: () => looking.place(),
      ring: () => chime.ring(),
      show: (alert) => tell(alert),
    });
    const dueAlerter = new DueAlerter({
      viewer: () => viewerOfNow(),
      now,
      wishesOfNow: () => wishesOfNow(),
      isLeader: lead.isMine,
      looksAt: () => looking.place(),
      ring: () => chime.ring(),
      show: (reminder) => tellDue(reminder),
    });
    const stop = store.onEvents((events) => {
      void alerter.hear(events);
      void dueAlerter.hear(events);
    });
    const leave = () => lead.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      alerter.close();
      dueAlerter.close();
      lead.leave();
      window.removeEventListener('pagehide', leave);
    };
  }, [store, viewerId, looking]);
  return null;
}

/** In the words of the screens: the room and who; nothing where nobody wants it. */
function useShowNote(): (alert: Alert) => (() => void) | null {
  const t = useText('notices');
  const navigate = useNavigate();
  const { personOf } = usePeople();
  const roomName = useRoomName();
  const { rooms } = trpc.useUtils().chat;
  const words = useNoticeWords();
  return (alert) => {
    if (noteState() !== 'on') return null;
    const { subjectId, kind, title, actorId, body } = alert;
    const who = (actorId === null ? undefined : personOf(actorId))?.name;
    const name = who ?? t('common:unknownPerson');
    const room = rooms.getData()?.items.find(({ id }) => id === subjectId);
    const place = room === undefined ? (title ?? t('title')) : roomName(room);
    const said = room?.kind === 'direct' ? body : `${name}: ${body}`;
    return showNote({
      tag: subjectId,
      title: alert.isUrgent ? `${t('urgent')}: ${place}` : place,
      body: kind === null ? said : called({ ...alert, kind }),
      onOpen: () => void navigate(placeOf(alert)),
    });
  };

  function called(alert: Alert & { kind: NoticeKind }): string {
    return [words.happened(alert), words.said(alert)].filter((line) => line !== '').join('\n');
  }
}
