// The other questions that each query may be asked: every filter, every order, pages after the first.
import { newId } from '#server/new-id.ts';
import { TASK_GROUPINGS } from '#server/tasks/tasks.groups.schema.ts';
import { TASK_SORTS } from '#server/tasks/tasks.schema.ts';

const at = Date.UTC(2026, 10, 23);
const moment = new Date(at);
const key = (value: string | number) => JSON.stringify([value, newId()]);
const cursors = {
  rank: key('a0'),
  due: key(at),
  updated: key(-at),
  created: key(-at),
  priority: key(1),
};

/** Beside the plain one; ids need not exist, for the statements are the same. */
export const variants: Record<string, unknown[]> = {
  'admin.sessions.list': [
    { personId: newId() },
    { cursor: `${at}:${'a'.repeat(64)}` },
    { personId: newId(), cursor: `${at}:${'a'.repeat(64)}` },
  ],
  'chat.messages': [],
  'chat.days': [],
  'chat.search': [
    { text: '네' },
    { text: '안녕' },
    { text: '"감사 합니다" 견적', fromId: newId(), hasFile: true },
    { text: '안녕', before: '2026-12-01', after: '2026-11-01', cursor: '9', limit: 50 },
    { hasFile: true },
  ],
  'chat.saved': [{ cursor: key(at) }],
  'notifications.list': [
    { snoozed: true },
    { unread: true },
    { unread: true, urgent: true },
    { cursor: key(at) },
    { unread: true, cursor: key(at) },
  ],
  'promotions.list': [
    { category: '할인' },
    { channel: '매장' },
    { on: '2026-11-23' },
    { from: '2026-11-01', to: '2026-11-30' },
    { text: '세일' },
    { cursor: key('2026-11-23') },
    { category: '할인', cursor: key('2026-11-23') },
    { startsOn: '2026-11-23', on: '2026-11-23' },
    { endsOn: '2026-11-24', on: '2026-11-23' },
    { endingSoon: true },
    ...['scheduled', 'running', 'ended', 'stopped'].map((status) => ({ status })),
  ],
  'promotions.counts': [
    { filters: [{ category: '할인' }, { channel: '매장', text: '세일' }, { endingSoon: true }] },
  ],
  'promotions.overlaps': [
    { category: '할인', channels: ['매장', '앱'], startsOn: null, endsOn: null, exceptId: newId() },
  ],
  'reminders.list': [
    { state: 'due' },
    { state: ['scheduled', 'due'] },
    { state: 'done', sort: 'done' },
    { from: moment, to: new Date(at + 86_400_000) },
    { cursor: key(at) },
    { sort: 'done', cursor: key(-at) },
  ],
  'search.all': [
    { text: '' },
    { text: 'ㄱㅈㅅ 보내' },
    { text: '100% _ "a"', kinds: ['task', 'reminder'], limit: 20 },
    { text: '민수', kinds: ['person', 'room', 'message'] },
  ],
  'tasks.comments': [],
  'tasks.activity': [],
  'tasks.trash': [{ cursor: key(-at) }],
  'tasks.groups': [
    ...TASK_GROUPINGS.map((by) => ({ by })),
    ...TASK_GROUPINGS.map((by) => ({ by, mine: true, status: ['todo', 'doing'] })),
    { by: 'due', text: '견적' },
  ],
  'tasks.counts': [
    {
      filters: [
        { mine: true, overdue: true },
        { watching: true, text: '견적' },
      ],
    },
  ],
  'tasks.list': [
    ...TASK_SORTS.flatMap((sort) => [
      { sort },
      { sort, cursor: cursors[sort] },
      { sort, status: ['todo', 'doing'] },
      { sort, teamId: newId() },
      { sort, mine: true },
    ]),
    { assigneeId: newId() },
    { unassigned: true },
    { noDue: true },
    { mine: true, status: ['todo'] },
    { watching: true },
    { label: '견적' },
    { dueFrom: '2026-11-01', dueTo: '2026-11-30' },
    { overdue: true },
    { text: '견적' },
  ],
};
