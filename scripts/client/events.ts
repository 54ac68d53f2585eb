// What the change subscriptions tell, by kind, so that a script need not guess what `data` is.
import type { SessionEnded, SessionItem, TokenRevoked } from '#server/auth/auth.schema.ts';
import type { Draft } from '#server/chat/chat.draft.schema.ts';
import type { ScheduledMessage } from '#server/chat/chat.schedule.schema.ts';
import type {
  MemberEventData,
  MembershipEventData,
  Message,
  ReadEventData,
  RoomEventData,
  SavedEventData,
} from '#server/chat/chat.schema.ts';
import type { ChangeEvent, LiveSignal } from '#server/live/live.schema.ts';
import type { NoticePreferences } from '#server/notifications/notifications.preferences.schema.ts';
import type {
  NoticeEventData,
  NoticesReadData,
  NoticesSnoozedData,
} from '#server/notifications/notifications.schema.ts';
import type { Me, PersonItem, RightsChange } from '#server/people/people.schema.ts';
import type { PromotionEventData } from '#server/promotions/promotions.schema.ts';
import type { ReminderEventData } from '#server/reminders/reminders.schema.ts';
import type { CommentEventData, TaskEventData } from '#server/tasks/tasks.schema.ts';
import type { TaskSeenData } from '#server/tasks/tasks.unseen.schema.ts';
import type { TeamItem } from '#server/teams/teams.schema.ts';
import type { TokenItem } from '#server/tokens/tokens.schema.ts';
import type { ViewItem } from '#server/views/views.schema.ts';

/** Every kind of event; a test holds this against what the server emits. */
type Kinds = {
  tasks: Of<'task.created' | 'task.changed' | 'task.removed' | 'task.purged', TaskEventData> &
    Of<'comment.posted', CommentEventData> &
    Of<'task.seen', TaskSeenData>;
  chat: Of<
    'message.posted' | 'message.edited' | 'message.removed' | 'message.reacted' | 'message.pinned',
    Message
  > &
    Of<'room.created' | 'room.changed', RoomEventData> &
    Of<'member.changed', MemberEventData> &
    Of<'read.moved', ReadEventData> &
    Of<'membership.changed', MembershipEventData> &
    Of<'saved.changed', SavedEventData> &
    Of<'draft.changed', Draft> &
    Of<'scheduled.changed', ScheduledMessage>;
  notifications: Of<'notification.created' | 'notification.returned', NoticeEventData> &
    Of<'notification.changed' | 'notification.removed', NoticesReadData> &
    Of<'notification.snoozed', NoticesSnoozedData> &
    Of<'preferences.changed', NoticePreferences>;
  reminders: Of<
    | 'reminder.created'
    | 'reminder.changed'
    | 'reminder.due'
    | 'reminder.done'
    | 'reminder.snoozed'
    | 'reminder.removed',
    ReminderEventData
  >;
  promotions: Of<
    'promotion.created' | 'promotion.changed' | 'promotion.removed',
    PromotionEventData
  >;
  people: Of<'person.created' | 'person.changed', PersonItem> &
    Of<'profile.changed', Me> &
    Of<'rights.changed', RightsChange> &
    Of<'session.started' | 'session.changed', SessionItem> &
    Of<'session.ended', SessionEnded> &
    Of<'token.created' | 'token.changed', TokenItem> &
    Of<'token.revoked', TokenRevoked>;
  teams: Of<'team.created' | 'team.changed' | 'team.removed', TeamItem>;
  views: Of<'view.created' | 'view.changed' | 'view.removed', ViewItem>;
  day: Of<'day.began', { day: string }>;
};

type Of<Kind extends string, Data> = { [K in Kind]: Data };

/** What comes in one piece; `id` is where to go on from. */
export type Told<Event> = { id: string; data: Event[] };

/** Beside a feature's own events its subscription tells when rights or the day have changed: then ask again. */
export type EventOf<Feature> = Feature extends keyof Kinds
  ? Events<Feature, keyof Kinds[Feature]> | Always
  : { [F in keyof Kinds]: Events<F, keyof Kinds[F]> }[keyof Kinds] | LiveSignal;

type Always = Events<'people', 'rights.changed'> | Events<'day', 'day.began'> | LiveSignal;

type Events<F extends keyof Kinds, K extends keyof Kinds[F]> =
  | { [Kind in K]: Base & { feature: F; kind: Kind; data: Kinds[F][Kind]; gone?: never } }[K]
  | (Base & { feature: F; kind: K; data?: never; gone: true });

type Base = Omit<ChangeEvent, 'feature' | 'kind' | 'data' | 'gone'>;
