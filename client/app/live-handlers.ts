// How each answer follows the stream of events: one line per feature. The compiler complains about a query without a
// handler.
import { adminLive } from '#client/features/admin/admin.live.ts';
import { authLive } from '#client/features/auth/auth.live.ts';
import { chatLive } from '#client/features/chat/chat.live.ts';
import { messageLive } from '#client/features/chat/message.live.ts';
import { searchLive } from '#client/features/chat/search.live.ts';
import { writingLive } from '#client/features/chat/writing.live.ts';
import { noticesLive } from '#client/features/notices/notices.live.ts';
import { oneTaskLive } from '#client/features/tasks/one-task.live.ts';
import { pushLive } from '#client/features/notices/push.live.ts';
import { peopleLive } from '#client/features/people/people.live.ts';
import { promotionsLive } from '#client/features/promotions/promotions.live.ts';
import { remindersLive } from '#client/features/reminders/reminders.live.ts';
import { everywhereLive } from '#client/features/search/everywhere.live.ts';
import { taskCountsLive } from '#client/features/tasks/task-counts.live.ts';
import { tasksLive } from '#client/features/tasks/tasks.live.ts';
import { tokensLive } from '#client/features/tokens/tokens.live.ts';
import { viewsLive } from '#client/features/views/views.live.ts';
import type { LiveHandlers } from '#client/live/live-types.ts';
import { countsLive } from './counts.live.ts';

export const liveHandlers: LiveHandlers = {
  ...adminLive,
  ...authLive,
  ...chatLive,
  ...messageLive,
  ...searchLive,
  ...noticesLive,
  ...oneTaskLive,
  ...peopleLive,
  ...promotionsLive,
  ...pushLive,
  ...remindersLive,
  ...taskCountsLive,
  ...tasksLive,
  ...tokensLive,
  ...viewsLive,
  ...writingLive,
  ...countsLive,
  ...everywhereLive,
};
