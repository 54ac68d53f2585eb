// What a reminder is about, by the name it has now. Each asks its own place, so whoever may not see the thing (any more)
// sees nothing of it here either.
import { Link, useNavigate } from '@tanstack/react-router';
import { type LucideIcon, Megaphone, MessageCircle, SquareCheck, UserRound } from 'lucide-react';
import { trpc } from '#client/api/trpc.ts';
import { useRoomActs } from '#client/features/chat/use-room-acts.ts';
import { useRoomName } from '#client/features/chat/use-room-name.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useLive } from '#client/live/use-live.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';
import classes from './reminder-facts.module.css';

type Props = { subject: ReminderSubject; isPlain?: boolean };

/** Leads there, unless `isPlain`: inside another button. */
export function SubjectLink({ subject, isPlain = false }: Props) {
  const { kind, id } = subject;
  switch (kind) {
    case 'task':
      return <TaskSubject id={id} isPlain={isPlain} />;
    case 'promotion':
      return <PromotionSubject id={id} isPlain={isPlain} />;
    case 'room':
      return <RoomSubject id={id} isPlain={isPlain} />;
    case 'message':
      return <MessageSubject id={id} isPlain={isPlain} />;
    case 'person':
      return <PersonSubject id={id} isPlain={isPlain} />;
  }
}

type OneProps = { id: string; isPlain: boolean };

function TaskSubject({ id, isPlain }: OneProps) {
  const input = { id };
  const query = trpc.tasks.get.useQuery(input);
  const task = useLive('tasks.get', input, query.data)?.item;
  if (query.error !== null || task === undefined) return null;
  return <Name icon={SquareCheck} name={task.title} to={isPlain ? null : `/tasks/${id}`} />;
}

function PromotionSubject({ id, isPlain }: OneProps) {
  const input = { id };
  const query = trpc.promotions.get.useQuery(input);
  const promotion = useLive('promotions.get', input, query.data)?.item;
  if (query.error !== null || promotion === undefined) return null;
  const to = isPlain ? null : `/promotions/${id}`;
  return <Name icon={Megaphone} name={promotion.title} to={to} />;
}

function RoomSubject({ id, isPlain }: OneProps) {
  const name = useNameOfRoom(id);
  if (name === null) return null;
  return <Name icon={MessageCircle} name={name} to={isPlain ? null : `/chat/${id}`} />;
}

function MessageSubject({ id, isPlain }: OneProps) {
  const t = useText('reminders');
  const query = trpc.chat.readers.useQuery({ messageId: id });
  const room = useNameOfRoom(query.data?.roomId ?? null);
  if (query.error !== null || query.data === undefined || room === null) return null;
  const { roomId, no } = query.data;
  const name = t('messageIn', { room });
  const to = isPlain ? null : `/chat/${roomId}`;
  return <Name icon={MessageCircle} name={name} to={to} search={{ no }} />;
}

/** Null for a room that is not mine. */
function useNameOfRoom(id: string | null): string | null {
  const query = trpc.chat.rooms.useQuery();
  const rooms = useLive('chat.rooms', undefined, query.data)?.items;
  const roomName = useRoomName();
  const room = rooms?.find((one) => one.id === id);
  return room === undefined ? null : roomName(room);
}

/** Somebody is met in the conversation with them. */
function PersonSubject({ id, isPlain }: OneProps) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const { personOf } = usePeople();
  const { createRoom } = useRoomActs();
  const name = personOf(id)?.name;
  if (name === undefined) return null;
  if (isPlain || id === viewer.id) return <Name icon={UserRound} name={name} to={null} />;
  async function open() {
    const roomId = await createRoom({ kind: 'direct', title: null, memberIds: [id] });
    await navigate({ to: '/chat/$roomId', params: { roomId } });
  }
  return (
    <button
      type="button"
      className={classes.subject}
      data-link
      onClick={() => void open().catch(toastFailed)}
    >
      <UserRound size={13} aria-hidden="true" />
      <span>{name}</span>
    </button>
  );
}

type NameProps = { icon: LucideIcon; name: string; to: string | null; search?: { no: number } };

function Name({ icon: Icon, name, to, search }: NameProps) {
  const content = (
    <>
      <Icon size={13} aria-hidden="true" />
      <span>{name}</span>
    </>
  );
  if (to === null) return <span className={classes.subject}>{content}</span>;
  return (
    <Link
      to={to}
      {...(search === undefined ? {} : { search })}
      className={classes.subject}
      data-link
    >
      {content}
    </Link>
  );
}
