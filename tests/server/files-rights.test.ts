// A file is seen by whoever sees what it hangs on; to anybody else it is not there.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { teams } from '#db/schema/people.ts';
import { forwardMessage } from '#server/chat/chat.forward.ts';
import { addMembers, removeMember } from '#server/chat/chat.members.ts';
import { removeMessage } from '#server/chat/chat.remove.ts';
import { sendInput } from '#server/chat/chat.schema.ts';
import { updateRoom } from '#server/chat/chat.update-room.ts';
import { newId } from '#server/new-id.ts';
import { addComment } from '#server/tasks/tasks.comments.ts';
import { addCommentInput, createTaskInput } from '#server/tasks/tasks.schema.ts';
import { createTask } from '#server/tasks/tasks.service.ts';
import {
  fileDesk,
  type FileDesk,
  png,
  post,
  reasonOf,
  room,
  upload,
} from '#tests/support/file-desk.ts';
import type { SignedInPerson } from '#tests/support/served-app.ts';

async function statusFor(desk: FileDesk, id: string, as?: SignedInPerson | string) {
  const answers = [
    await desk.ask(`/files/${id}`, { as }),
    await desk.ask(`/files/${id}`, { as, method: 'HEAD' }),
    await desk.ask(`/files/${id}?size=thumbnail`, { as }),
  ];
  expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  return answers[0]?.status;
}

async function office() {
  const desk = await fileDesk();
  const [minsu, jiyoung, harin] = await Promise.all([
    desk.app.signedIn('minsu'),
    desk.app.signedIn('jiyoung'),
    desk.app.signedIn('harin'),
  ]);
  const admin = await desk.app.signedIn('admin', 'admin');
  const roomId = await room(desk, minsu, [jiyoung]);
  return { desk, minsu, jiyoung, harin, admin, roomId };
}

test('a file on a message is for the members of its room: not for others, admins or nobody', async () => {
  const { desk, minsu, jiyoung, harin, admin, roomId } = await office();
  await using _desk = desk;
  const { id } = await upload(desk, minsu);
  expect(await statusFor(desk, id, minsu)).toBe(200);
  for (const other of [jiyoung, harin, admin]) expect(await statusFor(desk, id, other)).toBe(404);
  const message = await post(desk, minsu, { roomId, fileIds: [id] });
  expect(message).toMatchObject({ body: '', files: [{ id, name: '보고서.txt', bytes: 5 }] });
  expect(await statusFor(desk, id, minsu)).toBe(200);
  expect(await statusFor(desk, id, jiyoung)).toBe(200);
  for (const other of [harin, admin]) expect(await statusFor(desk, id, other)).toBe(404);
  expect(await statusFor(desk, id)).toBe(401);
  const { app } = desk;
  expect(await statusFor(desk, id, await app.token(jiyoung.viewer, 'read'))).toBe(200);
  expect(await statusFor(desk, id, await app.token(harin.viewer, 'write'))).toBe(404);
  expect(await statusFor(desk, newId(), minsu)).toBe(404);
});

test('one who was removed does not see it any more, and a newcomer only from where they may see', async () => {
  const { desk, minsu, jiyoung, harin, roomId } = await office();
  await using _desk = desk;
  const { deps } = desk.app;
  const before = await upload(desk, minsu);
  await post(desk, minsu, { roomId, fileIds: [before.id] });
  await updateRoom(deps, minsu.viewer, { roomId, history: 'joined', mutationId: undefined });
  await addMembers(deps, minsu.viewer, {
    roomId,
    userIds: [harin.viewer.id],
    mutationId: undefined,
  });
  const after = await upload(desk, minsu);
  await post(desk, minsu, { roomId, fileIds: [after.id] });
  expect(await statusFor(desk, before.id, harin)).toBe(404);
  expect(await statusFor(desk, after.id, harin)).toBe(200);
  const userId = jiyoung.viewer.id;
  expect(await statusFor(desk, before.id, jiyoung)).toBe(200);
  await removeMember(deps, minsu.viewer, { roomId, userId, mutationId: undefined });
  expect(await statusFor(desk, before.id, jiyoung)).toBe(404);
});

test('a removed message takes its files along, and their bytes unless somebody else needs them', async () => {
  const { desk, minsu, jiyoung, harin, roomId } = await office();
  await using _desk = desk;
  const { deps, db } = desk.app;
  const own = await upload(desk, minsu, { body: 'only here' });
  const shared = await upload(desk, minsu);
  const message = await post(desk, minsu, { roomId, fileIds: [own.id, shared.id] });
  const there = await room(desk, jiyoung, [harin]);
  const forward = { id: newId(), messageId: message.id, roomId: there, mutationId: undefined };
  const { item: copy } = await forwardMessage(deps, jiyoung.viewer, forward);
  const copied = copy.files.map((file) => file.id);
  for (const id of copied) {
    expect(await statusFor(desk, id, harin)).toBe(200);
    expect(await statusFor(desk, id, minsu)).toBe(404);
  }
  await removeMessage(deps, minsu.viewer, { id: message.id, mutationId: undefined });
  expect(await statusFor(desk, own.id, minsu)).toBe(404);
  expect(await statusFor(desk, shared.id, jiyoung)).toBe(404);
  expect(await desk.onDisk()).toHaveLength(2);
  for (const id of copied) expect(await statusFor(desk, id, harin)).toBe(200);
  await removeMessage(deps, jiyoung.viewer, { id: copy.id, mutationId: undefined });
  expect(await desk.onDisk()).toEqual([]);
  expect(await db.read((tx) => tx.select().from(files))).toEqual([]);
});

test('only files of one’s own that hang nowhere can be put on a message; a retry is the same message', async () => {
  const { desk, minsu, jiyoung, roomId } = await office();
  await using _desk = desk;
  const mine = await upload(desk, minsu);
  const theirs = await upload(desk, jiyoung);
  const used = await upload(desk, minsu);
  await post(desk, minsu, { roomId, fileIds: [used.id] });
  for (const id of [theirs.id, used.id, newId()]) {
    const refused = post(desk, minsu, { roomId, fileIds: [mine.id, id] });
    await expect(refused).rejects.toMatchObject({ facts: { reason: 'file_not_found' } });
  }
  const id = newId();
  const said = { id, roomId, body: '여기요', fileIds: [mine.id] };
  const message = await post(desk, minsu, said);
  expect(await post(desk, minsu, said)).toEqual(message);
  const many = Array.from({ length: 11 }, newId);
  for (const wrong of [{ fileIds: many }, { fileIds: [] }])
    expect(sendInput.safeParse({ id, roomId, body: '', ...wrong }).success).toBe(false);
});

test('two messages that want one file at once: one of them gets it', async () => {
  const { desk, minsu, harin, roomId } = await office();
  await using _desk = desk;
  const { id } = await upload(desk, minsu);
  const other = await room(desk, minsu, [harin]);
  const both = await Promise.allSettled(
    [roomId, other].map((one) => post(desk, minsu, { roomId: one, fileIds: [id] })),
  );
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set(['fulfilled', 'rejected']));
});

test('a file on a comment is for those who see the task', async () => {
  const { desk, minsu, jiyoung, admin } = await office();
  await using _desk = desk;
  const { deps, db } = desk.app;
  const teamId = newId();
  await db.write({ actorId: null }, async (tx) => {
    const times = { createdAt: tx.now, updatedAt: tx.now };
    await tx.insert(teams).values({ id: teamId, name: '운영', version: 1, ...times });
    tx.audit('test.team', { kind: 'team', id: teamId });
  });
  const task = createTaskInput.parse({ id: newId(), title: '보고서', teamId });
  await createTask(deps, admin.viewer, task);
  const { id } = await upload(desk, admin);
  const comment = { id: newId(), taskId: task.id, body: '', fileIds: [id] };
  const { item } = await addComment(deps, admin.viewer, addCommentInput.parse(comment));
  expect(item.files).toMatchObject([{ id, name: '보고서.txt' }]);
  expect(await statusFor(desk, id, admin)).toBe(200);
  for (const other of [minsu, jiyoung]) expect(await statusFor(desk, id, other)).toBe(404);
  const [row] = await db.read((tx) => tx.select().from(files).where(eq(files.id, id)));
  expect(row).toMatchObject({ subjectKind: 'comment', subjectId: comment.id });
});

test('a room’s picture is for its members', async () => {
  const { desk, minsu, jiyoung, harin, roomId } = await office();
  await using _desk = desk;
  const { id } = await upload(desk, minsu, { name: '방.png', body: png(64, 64) });
  const change = { roomId, pictureId: id, mutationId: undefined };
  await updateRoom(desk.app.deps, minsu.viewer, change);
  expect(await statusFor(desk, id, jiyoung)).toBe(200);
  expect(await statusFor(desk, id, harin)).toBe(404);
});

test('a file whose bytes are lost is not there, and no bug', async () => {
  const { desk, minsu } = await office();
  await using _desk = desk;
  const { id } = await upload(desk, minsu);
  const [row] = await desk.app.db.read((tx) => tx.select().from(files));
  await desk.app.deps.files.drop(row?.hash ?? '', () => Promise.resolve(false));
  const answer = await desk.ask(`/files/${id}`, { as: minsu });
  expect([answer.status, reasonOf(answer)]).toEqual([404, 'file_not_found']);
});
