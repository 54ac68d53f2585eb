// Every procedure × who calls it: what it answers, as one table. A new procedure without a line fails.
import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import {
  callByPath,
  type Office,
  openOffice,
  procedures,
  validInput,
} from '#tests/support/every-procedure.ts';
import { type Procedures, testApp } from '#tests/support/test-app.ts';

const ok = 'ok';
const out = 'UNAUTHORIZED';
const no = 'FORBIDDEN';
const unseen = 'NOT_FOUND';
const late = 'PRECONDITION_FAILED';

/** Of things that belong to somebody, `staff` is that one, and `stranger` somebody of another team. */
const callers = ['nobody', 'staff', 'stranger', 'admin', 'read-only token'] as const;
type Row = [nobody: string, staff: string, stranger: string, admin: string, token: string];

const look: Row = [out, ok, ok, ok, ok];
const act: Row = [out, ok, ok, ok, no];
const lookAtOwn: Row = [out, ok, unseen, unseen, ok];
const changeOwn: Row = [out, ok, unseen, unseen, no];
const lookAtTask: Row = [out, ok, unseen, ok, ok];
const changeTask: Row = [out, ok, unseen, ok, no];
const atTheDoor: Row = [ok, ok, ok, ok, no];
const onlyInABrowser: Row = [out, ok, ok, ok, no];
/** Here the token is an admin's. */
const adminsLook: Row = [out, no, no, ok, ok];
const adminsAct: Row = [out, no, no, ok, no];
const alreadySetUp: Row = [late, late, late, late, late];

const table: Record<string, Row> = {
  'admin.users.list': adminsLook,
  'admin.users.create': adminsAct,
  'admin.users.update': adminsAct,
  'admin.users.deactivate': adminsAct,
  'admin.users.reactivate': adminsAct,
  'admin.users.resetPassword': adminsAct,
  'admin.teams.list': adminsLook,
  'admin.teams.create': adminsAct,
  'admin.teams.update': adminsAct,
  'admin.teams.remove': adminsAct,
  'admin.sessions.list': adminsLook,
  'admin.sessions.end': adminsAct,
  'admin.health': adminsLook,
  'admin.onHealth': adminsLook,
  'admin.cacheStats': adminsLook,
  'auth.me': atTheDoor,
  'auth.signIn': atTheDoor,
  'auth.signOut': onlyInABrowser,
  'auth.changePassword': onlyInABrowser,
  'auth.sessions': onlyInABrowser,
  'auth.endSession': changeOwn,
  'auth.endOtherSessions': onlyInABrowser,
  'chat.rooms': look,
  'chat.room': lookAtOwn,
  'chat.messages': lookAtOwn,
  'chat.days': lookAtOwn,
  'chat.search': lookAtOwn,
  'chat.createRoom': act,
  'chat.addMembers': changeOwn,
  'chat.updateRoom': changeOwn,
  'chat.removeMember': changeOwn,
  'chat.setManager': changeOwn,
  'chat.setMine': changeOwn,
  'chat.leave': changeOwn,
  'chat.send': changeOwn,
  'chat.markRead': changeOwn,
  'chat.edit': changeOwn,
  'chat.history': lookAtOwn,
  'chat.remove': changeOwn,
  'chat.react': changeOwn,
  'chat.pin': changeOwn,
  'chat.pinned': lookAtOwn,
  'chat.forward': changeOwn,
  'chat.save': changeOwn,
  'chat.saved': look,
  'chat.markUnread': changeOwn,
  'chat.readers': lookAtOwn,
  'chat.drafts': look,
  'chat.saveDraft': changeOwn,
  'chat.scheduled': look,
  'chat.schedule': changeOwn,
  'chat.updateScheduled': changeOwn,
  'chat.cancelScheduled': changeOwn,
  'chat.setTyping': changeOwn,
  'chat.onChange': look,
  'chat.onTyping': look,
  'live.onChange': look,
  'nav.counts': look,
  'nav.onCounts': look,
  'notifications.list': look,
  'notifications.markRead': act,
  'notifications.markUnread': act,
  'notifications.markAllRead': act,
  'notifications.snooze': act,
  'notifications.unsnooze': act,
  'notifications.preferences': look,
  'notifications.setPreferences': act,
  'notifications.onChange': look,
  'people.list': look,
  'people.get': look,
  'people.updateProfile': act,
  'people.onPresence': look,
  'promotions.list': look,
  'promotions.filters': look,
  'promotions.get': look,
  'promotions.counts': look,
  'promotions.overlaps': look,
  'promotions.create': act,
  'promotions.update': act,
  'promotions.duplicate': act,
  'push.key': onlyInABrowser,
  // A browser belongs to a session, and these callers have none that is stored.
  'push.subscribe': [out, out, out, out, no],
  'push.unsubscribe': onlyInABrowser,
  'promotions.remove': [out, ok, no, ok, no],
  'promotions.restore': changeTask,
  'promotions.attach': [out, ok, unseen, unseen, no],
  'promotions.detach': act,
  'promotions.restoreFile': act,
  'promotions.onChange': look,
  'reminders.list': look,
  'reminders.get': lookAtOwn,
  'reminders.create': act,
  'reminders.update': changeOwn,
  'reminders.complete': changeOwn,
  'reminders.reopen': changeOwn,
  'reminders.snooze': changeOwn,
  'reminders.remove': changeOwn,
  'reminders.restore': changeOwn,
  'reminders.banner': look,
  'reminders.onChange': look,
  'search.all': look,
  'search.lookUp': look,
  'setup.status': [ok, ok, ok, ok, ok],
  'setup.createFirstAdmin': alreadySetUp,
  'setup.loadDemo': alreadySetUp,
  'tasks.list': look,
  'tasks.counts': look,
  'tasks.groups': look,
  'tasks.get': lookAtTask,
  'tasks.create': act,
  'tasks.update': changeTask,
  'tasks.bulkUpdate': changeTask,
  'tasks.activity': lookAtTask,
  'tasks.move': changeTask,
  'tasks.remove': changeTask,
  'tasks.restore': changeTask,
  'tasks.duplicate': changeTask,
  // Nobody attaches what somebody else has uploaded.
  'tasks.attachFiles': changeOwn,
  'tasks.detachFile': changeTask,
  'tasks.restoreFile': changeTask,
  'tasks.trash': look,
  'tasks.unseen': look,
  'tasks.markSeen': act,
  'tasks.comments': lookAtTask,
  'tasks.addComment': changeTask,
  'tasks.onChange': look,
  'teams.list': look,
  'views.list': look,
  'views.create': act,
  'views.update': changeOwn,
  'views.remove': changeOwn,
  'views.restore': changeOwn,
  'views.onChange': look,
  'tokens.list': onlyInABrowser,
  'tokens.create': onlyInABrowser,
  'tokens.revoke': changeOwn,
};

test('the table has a line for every procedure, and for nothing else', () => {
  expect(Object.keys(table).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

test.each(callers.map((caller, column) => ({ caller, column })))(
  '$caller is granted what the table says, and a refusal changes nothing',
  async ({ caller, column }) => {
    await using app = await testApp();
    const office = await openOffice(app);
    const answered: Record<string, string> = {};
    for (const { path } of procedures) {
      const input = await validInput(path, office);
      const before = await app.db.read(async (tx) => tx.seq);
      answered[path] = await codeOf(() => callByPath(asCaller(caller, path, office), path, input));
      if (answered[path] === ok) continue;
      expect(await app.db.read(async (tx) => tx.seq), `${path} is refused`).toBe(before);
    }
    const expected = Object.entries(table).map(([path, row]) => [path, row[column]]);
    expect(answered).toEqual(Object.fromEntries(expected));
  },
);

function asCaller(caller: (typeof callers)[number], path: string, office: Office): Procedures {
  const { app, minsu, harin, admin } = office;
  switch (caller) {
    case 'nobody':
      return app.nobody;
    case 'staff':
      return minsu.call;
    case 'stranger':
      return harin.call;
    case 'admin':
      return admin.call;
    case 'read-only token':
      return (path.startsWith('admin.') ? admin : minsu).withToken('read');
  }
}

async function codeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return ok;
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}
