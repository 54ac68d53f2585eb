// A field two people changed: the choice, and that nothing written is lost before it is made.
import { TRPCClientError } from '@trpc/client';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FieldConflict } from '#client/ui/field-conflict.tsx';
import { useFieldEdit } from '#client/ui/use-field-edit.ts';
import { readEdit, writeEdit } from '#client/ui/kept-edit.ts';
import { minsu, renderApp } from '#tests/support/render.tsx';

type Note = { version: number; title: string; text: string };
type NotePatch = Partial<Pick<Note, 'title' | 'text'>>;

/** A server with one note, on which somebody else writes whenever `theirs` is set. */
function noteServer() {
  const stored: Note = { version: 1, title: '처음', text: '글' };
  const changedAt: Record<string, number> = {};
  function write(patch: NotePatch) {
    stored.version += 1;
    Object.assign(stored, patch);
    for (const field of Object.keys(patch)) changedAt[field] = stored.version;
  }
  function update(patch: NotePatch, since: number) {
    const isDisputed = Object.keys(patch).some((field) => (changedAt[field] ?? 0) > since);
    if (isDisputed) return Promise.reject(conflictOf({ ...stored }));
    write(patch);
    return Promise.resolve({ item: { version: stored.version } });
  }
  return { stored, write, update };
}

function conflictOf(current: Note) {
  const data = { code: 'CONFLICT', reason: 'field_conflict', current };
  return TRPCClientError.from({ error: { message: 'conflict', code: -32_009, data } });
}

type Props = { server: ReturnType<typeof noteServer>; note: Note };

function Edit({ server, note }: Props) {
  const edit = useFieldEdit<Note, NotePatch>({
    place: 'note:1',
    thing: note,
    update: server.update,
    patchOf: (thing, patch) =>
      Object.fromEntries(
        Object.keys(patch).map((field) => [field, thing[field as keyof NotePatch]]),
      ),
  });
  const words = (of: NotePatch) => [of.title, of.text].filter(Boolean).join();
  return (
    <>
      <button type="button" onClick={() => void edit.save({ title: '내 것' })}>
        제목
      </button>
      <button type="button" onClick={() => void edit.save({ text: '새 글' })}>
        글
      </button>
      {edit.conflicts.map((conflict) => (
        <FieldConflict
          key={conflict.key}
          theirs={conflict.current.title}
          mine={words(conflict.mine)}
          original={conflict.original.title}
          onKeepTheirs={() => edit.keepTheirs(conflict)}
          onTakeMine={() => edit.takeMine(conflict)}
          onTakeOriginal={() => edit.takeOriginal(conflict)}
        />
      ))}
    </>
  );
}

async function disputed() {
  const server = noteServer();
  const { user } = renderApp(<Edit server={server} note={{ ...server.stored }} />);
  server.write({ title: '네 것' });
  await user.click(screen.getByRole('button', { name: '제목' }));
  const alert = await screen.findByRole('alert');
  const choose = (which: string) =>
    user.click(screen.getByRole('button', { name: `${which} 고르기` }));
  return { server, user, alert, choose };
}

const openChoice = () => screen.queryByRole('alert');

test('theirs, mine and the original stand side by side; theirs stays when it is chosen', async () => {
  const { server, alert, choose } = await disputed();
  for (const words of ['네 것', '내 것', '처음']) expect(alert.textContent).toContain(words);
  await choose('지금 내용');
  await expect.poll(openChoice).toBeNull();
  expect(server.stored.title).toBe('네 것');
});

test.each([
  ['내가 적은 내용', '내 것'],
  ['처음 내용', '처음'],
])('%s takes the place of theirs', async (which, expected) => {
  const { server, choose } = await disputed();
  await choose(which);
  await expect.poll(() => server.stored.title).toBe(expected);
  await expect.poll(openChoice).toBeNull();
});

test('another field is saved meanwhile, and the choice stays', async () => {
  const { server, user } = await disputed();
  await user.click(screen.getByRole('button', { name: '글' }));
  await expect.poll(() => server.stored.text).toBe('새 글');
  expect(screen.getByRole('alert').textContent).toContain('내 것');
});

test('two changes of mine in a row are no conflict, though the screen has not heard of the first', async () => {
  const server = noteServer();
  const { user } = renderApp(<Edit server={server} note={{ ...server.stored }} />);
  await user.dblClick(screen.getByRole('button', { name: '제목' }));
  await expect.poll(() => server.stored.version).toBe(3);
  expect(openChoice()).toBeNull();
});

test('changed once more while one decides, the choice is put again with what is there now', async () => {
  const { server, choose, alert } = await disputed();
  server.write({ title: '또 다른 것' });
  await choose('내가 적은 내용');
  await expect.poll(() => alert.textContent).toContain('또 다른 것');
  expect(alert.textContent).toContain('내 것');
  expect(alert.textContent).toContain('처음');
  await choose('내가 적은 내용');
  await expect.poll(() => server.stored.title).toBe('내 것');
});

test('what was written is kept until the choice is made, and forgotten then', async () => {
  localStorage.clear();
  const written = { text: '내 것', begun: { text: '처음', since: 1 } };
  const { choose } = await disputed();
  writeEdit(minsu.id, 'note:1.title', written);
  expect(readEdit(minsu.id, 'note:1.title')).toEqual(written);
  await choose('지금 내용');
  expect(readEdit(minsu.id, 'note:1.title')).toBeNull();
});
