// A small valid input for every procedure, about things of minsu's that are made for this one call. A procedure without
// one fails the tests that go through all of them.
import { appRouter } from '#server/app.ts';
import { newId } from '#server/new-id.ts';
import { setupToken } from '#server/setup/setup-token.ts';
import {
  dueReminder,
  message,
  notice,
  person,
  promotion,
  promotionFile,
  reminder,
  room,
  savedView,
  scheduled,
  session,
  task,
  token,
} from './office-things.ts';
import { taskInputs } from './every-task-procedure.ts';
import { storedFile } from './stored-file.ts';
import type { Procedures, TestApp } from './test-app.ts';
import { givePassword, PASSWORD } from './visitor.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** minsu owns everything; harin is in another team and in none of his rooms; jiyoung is his teammate. */
export type Office = {
  app: TestApp;
  minsu: Person;
  jiyoung: Person;
  harin: Person;
  admin: Person;
  teamId: string;
};

export async function openOffice(app: TestApp): Promise<Office> {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const others = await app.team('others');
  const harin = await app.person('harin', { teamId: others.id });
  const admin = await app.person('admin', { role: 'admin', teamId: others.id });
  for (const { id } of [minsu, harin, admin]) await givePassword(app, id);
  return { app, minsu, jiyoung, harin, admin, teamId: minsu.viewer.teamId ?? '' };
}

export type ProcedureType = 'query' | 'mutation' | 'subscription';

/** All of them, in the order of the router. */
export const procedures: { path: string; type: ProcedureType; inputs: unknown[] }[] =
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    const { type, inputs } = (procedure as unknown as { _def: Definition })._def;
    return { path, type, inputs };
  });

type Definition = { type: ProcedureType; inputs: unknown[] };

/** Calls a procedure by its path; a subscription ends after its first value (of typing there may be none). */
export async function callByPath(call: Procedures, path: string, input: unknown): Promise<unknown> {
  const procedure = path
    .split('.')
    .reduce<unknown>((router, name) => (router as Record<string, unknown>)[name], call);
  const answer = await (procedure as (input: unknown) => Promise<unknown>)(input);
  if (!isStream(answer)) return answer;
  if (!path.endsWith('onTyping')) await answer.next();
  await answer.return?.(undefined);
  return answer;
}

function isStream(answer: unknown): answer is AsyncIterator<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

type MakeInput = (office: Office) => unknown;

export async function validInput(path: string, office: Office): Promise<unknown> {
  const make = inputs[path];
  if (make === undefined) throw new Error(`${path} has no input in ${import.meta.filename}`);
  return make(office);
}

const nothing: MakeInput = () => undefined;
const soon = new Date('2027-03-01T00:00:00Z');

const inputs: Record<string, MakeInput> = {
  'admin.users.list': nothing,
  'admin.users.create': () => ({ id: newId(), ...newcomer() }),
  'admin.users.update': async (office) => ({
    id: await person(office),
    patch: { name: '새 이름' },
  }),
  'admin.users.deactivate': async (office) => ({ id: await person(office) }),
  'admin.users.reactivate': async (office) => ({ id: await person(office) }),
  'admin.users.resetPassword': async (office) => ({ id: await person(office), password: PASSWORD }),
  'admin.teams.list': nothing,
  'admin.teams.create': () => ({ id: newId(), name: newId() }),
  'admin.teams.update': async ({ app }) => ({
    id: (await app.team(newId())).id,
    patch: { name: newId() },
  }),
  'admin.teams.remove': async ({ app }) => ({ id: (await app.team(newId())).id }),
  'admin.sessions.list': nothing,
  'admin.sessions.end': async ({ app, minsu }) => ({ id: await session(app, minsu) }),
  'admin.health': nothing,
  'admin.onHealth': nothing,
  'admin.cacheStats': nothing,
  'auth.me': nothing,
  'auth.signIn': () => ({ username: 'minsu', password: PASSWORD }),
  'auth.signOut': nothing,
  'auth.changePassword': () => ({ current: PASSWORD, next: PASSWORD }),
  'auth.sessions': nothing,
  'auth.endSession': async ({ app, minsu }) => ({ id: await session(app, minsu) }),
  'auth.endOtherSessions': nothing,
  'chat.rooms': nothing,
  'chat.room': async (office) => ({ id: await room(office) }),
  'chat.messages': async (office) => ({ roomId: await room(office) }),
  'chat.search': async (office) => ({ text: '안녕', roomId: await room(office) }),
  'chat.days': async (office) => ({ roomId: await room(office), month: '2026-11' }),
  'chat.createRoom': ({ jiyoung }) => ({ id: newId(), kind: 'group', memberIds: [jiyoung.id] }),
  'chat.addMembers': async (office) => ({
    roomId: await room(office),
    userIds: [await person(office)],
  }),
  'chat.updateRoom': async (office) => ({ roomId: await room(office), title: '송년회' }),
  'chat.removeMember': async (office) => ({
    roomId: await room(office),
    userId: office.jiyoung.id,
  }),
  'chat.setManager': async (office) => ({
    roomId: await room(office),
    userId: office.jiyoung.id,
    isManager: true,
  }),
  'chat.setMine': async (office) => ({ roomId: await room(office), pinned: true }),
  'chat.leave': async (office) => ({ roomId: await room(office) }),
  'chat.send': async (office) => ({
    id: newId(),
    roomId: await room(office),
    body: '안녕하세요',
    fileIds: [await storedFile(office.app, office.minsu.id)],
  }),
  'chat.markRead': async (office) => ({ roomId: await room(office), no: 1 }),
  'chat.edit': async (office) => ({ id: (await message(office)).id, version: 1, body: '반가워요' }),
  'chat.history': async (office) => ({ id: (await message(office)).id }),
  'chat.remove': async (office) => ({ id: (await message(office)).id }),
  'chat.react': async (office) => ({ id: (await message(office)).id, emoji: '👍', on: true }),
  'chat.pin': async (office) => ({ id: (await message(office)).id, on: true }),
  'chat.pinned': async (office) => ({ roomId: await room(office) }),
  'chat.forward': async (office) => ({
    id: newId(),
    messageId: (await message(office)).id,
    roomId: await room(office),
  }),
  'chat.save': async (office) => ({ messageId: (await message(office)).id, on: true }),
  'chat.saved': nothing,
  'chat.markUnread': async (office) => ({ roomId: (await message(office)).roomId, no: 1 }),
  'chat.readers': async (office) => ({ messageId: (await message(office)).id }),
  'chat.drafts': nothing,
  'chat.saveDraft': async (office) => ({ roomId: await room(office), body: '쓰던 글' }),
  'chat.scheduled': nothing,
  'chat.schedule': async (office) => ({
    id: newId(),
    roomId: await room(office),
    body: '내일 봐요',
    sendAt: soon,
  }),
  'chat.updateScheduled': async (office) => ({
    id: await scheduled(office),
    version: 1,
    body: '모레 봐요',
  }),
  'chat.cancelScheduled': async (office) => ({ id: await scheduled(office) }),
  'chat.setTyping': async (office) => ({ roomId: await room(office), typing: true }),
  'chat.onChange': nothing,
  'chat.onTyping': nothing,
  'live.onChange': nothing,
  'nav.counts': nothing,
  'nav.onCounts': nothing,
  'notifications.list': nothing,
  'notifications.markRead': async (office) => ({ ids: [await notice(office)] }),
  'notifications.markUnread': async (office) => ({ ids: [await notice(office)] }),
  'notifications.markAllRead': nothing,
  'notifications.snooze': async (office) => ({
    ids: [await notice(office)],
    until: new Date('2027-03-01T00:00:00Z'),
  }),
  'notifications.unsnooze': async (office) => {
    const ids = [await notice(office)];
    const until = new Date('2027-03-01T00:00:00Z');
    await office.minsu.call.notifications.snooze({ ids, until });
    return { ids };
  },
  'notifications.preferences': nothing,
  'notifications.setPreferences': () => ({ quietUntil: new Date('2026-11-24T00:00:00Z') }),
  'notifications.onChange': nothing,
  'people.list': nothing,
  'people.get': ({ minsu }) => ({ id: minsu.id }),
  'people.updateProfile': () => ({ theme: 'dark' }),
  'people.onPresence': nothing,
  'promotions.list': nothing,
  'promotions.filters': nothing,
  'promotions.counts': () => ({ filters: [{}, { status: 'running' }] }),
  'promotions.overlaps': () => ({
    category: '할인',
    channels: ['매장'],
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
  }),
  'promotions.get': async (office) => ({ id: await promotion(office) }),
  'promotions.create': () => ({ id: newId(), title: '겨울 세일', category: '할인' }),
  'promotions.update': async (office) => ({
    id: await promotion(office),
    version: 1,
    patch: { title: '봄 세일' },
  }),
  'promotions.duplicate': async (office) => ({
    id: await promotion(office),
    newId: newId(),
    startsOn: '2027-01-01',
    endsOn: null,
  }),
  'push.key': nothing,
  'push.subscribe': () => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/a-browser',
    publicKey: 'B'.repeat(87),
    authSecret: 'a'.repeat(22),
  }),
  'push.unsubscribe': () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/a-browser' }),
  'promotions.remove': async (office) => ({ id: await promotion(office) }),
  'promotions.restore': async (office) => {
    const id = await promotion(office);
    await office.minsu.call.promotions.remove({ id });
    return { id };
  },
  'promotions.attach': async (office) => ({
    id: await promotion(office),
    fileIds: [await storedFile(office.app, office.minsu.id)],
  }),
  'promotions.detach': promotionFile,
  'promotions.restoreFile': async (office) => {
    const file = await promotionFile(office);
    await office.minsu.call.promotions.detach(file);
    return file;
  },
  'promotions.onChange': nothing,
  'reminders.list': nothing,
  'reminders.get': async (office) => ({ id: await reminder(office) }),
  'reminders.create': () => ({ id: newId(), title: '회의', dueAt: soon }),
  'reminders.update': async (office) => ({
    id: await reminder(office),
    version: 1,
    patch: { title: '회의 (2층)' },
  }),
  'reminders.complete': async (office) => ({ id: await reminder(office) }),
  'reminders.reopen': async (office) => ({ id: await reminder(office) }),
  'reminders.snooze': async (office) => ({ id: await dueReminder(office), until: soon }),
  'reminders.remove': async (office) => ({ id: await reminder(office) }),
  'reminders.restore': async (office) => {
    const id = await reminder(office);
    await office.minsu.call.reminders.remove({ id });
    return { id };
  },
  'reminders.banner': nothing,
  'reminders.onChange': nothing,
  'search.all': () => ({ text: '견적' }),
  'search.lookUp': async (office) => ({
    things: [
      { kind: 'task', id: await task(office) },
      { kind: 'promotion', id: await promotion(office) },
      { kind: 'reminder', id: await reminder(office) },
    ],
  }),
  'setup.status': nothing,
  'setup.createFirstAdmin': () => ({ token: setupToken(), ...newcomer() }),
  'setup.loadDemo': () => ({ token: setupToken() }),
  ...taskInputs,
  'teams.list': nothing,
  'tokens.list': nothing,
  'tokens.create': () => ({ name: 'script', scope: 'read', expiresInDays: 1 }),
  'tokens.revoke': async ({ minsu }) => ({ id: await token(minsu) }),
  'views.list': () => ({ screen: 'tasks' }),
  'views.create': () => ({ id: newId(), screen: 'tasks', name: '내 급한 일', query: 'mine=true' }),
  'views.update': async (office) => ({
    id: await savedView(office),
    version: 1,
    patch: { name: '급한 일' },
  }),
  'views.remove': async (office) => ({ id: await savedView(office) }),
  'views.restore': async (office) => {
    const id = await savedView(office);
    await office.minsu.call.views.remove({ id });
    return { id };
  },
  'views.onChange': nothing,
};

function newcomer() {
  return { username: newId(), name: '새 사람', password: PASSWORD };
}
