import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { EditableText } from '#client/ui/editable-text.tsx';
import { insertLines } from '#client/ui/insert-lines.ts';
import { parseMarkdown, plainText } from '#client/ui/markdown-parse.ts';
import { pictureText } from '#client/ui/markdown-picture.ts';
import { Markdown } from '#client/ui/markdown.tsx';
import { picturesIn, TextWithPictures } from '#client/ui/text-with-pictures.tsx';
import type { AttachedFile } from '#server/files/files.schema.ts';
import { newId } from '#server/new-id.ts';
import { renderApp } from '#tests/support/render.tsx';

afterEach(cleanup);

function picture(given: Partial<AttachedFile> = {}): AttachedFile {
  const shape = { type: 'image/png', width: 900, height: 600, hasThumbnail: true };
  return { id: newId(), name: '매대.png', bytes: 12, ...shape, ...given };
}

const [shelf, door] = [picture(), picture({ name: '문.png' })];
const acts = { detach: () => Promise.resolve(), restore: () => Promise.resolve() };

function drawn(text: string, files: AttachedFile[], isReadOnly = false) {
  const shown = { text, files, mentions: [], acts: isReadOnly ? null : acts };
  return renderApp(<TextWithPictures {...shown} />);
}

test('a picture stands in the text where it was put, with its name, and its place before it is loaded', () => {
  const text = `**왼쪽** 것\n${pictureText(shelf)}\n- 문은 ${pictureText(door)}에`;
  const { container } = drawn(text, [door, shelf]);
  const images = screen.getAllByRole<HTMLImageElement>('img');
  expect(images.map(({ alt }) => alt)).toEqual(['매대.png', '문.png']);
  expect(images[0]?.getAttribute('src')).toBe(`/files/${shelf.id}`);
  expect(images[0]?.style).toMatchObject({ width: '540px', aspectRatio: '900 / 600' });
  expect(container.querySelector('strong')?.textContent).toBe('왼쪽');
  expect(container.querySelector('li')?.contains(images[1] ?? null)).toBe(true);
  expect(picturesIn(text, [door, shelf]).map(({ id }) => id)).toEqual([shelf.id, door.id]);
  expect(screen.getByRole('button', { name: '매대.png 빼기' })).toBeDefined();
});

test('whoever may only look gets no way to take it away', () => {
  drawn(pictureText(shelf), [shelf], true);
  expect(screen.getByRole('button', { name: '매대.png 크게 보기' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '매대.png 빼기' })).toBeNull();
});

test('of a picture that hangs elsewhere, or was taken away, the name stays', () => {
  const gone = picture({ name: '간판.png' });
  const page = picture({ name: '그림.svg', type: 'image/svg+xml', width: null, height: null });
  const { container } = drawn(`전 ${pictureText(gone)} 후 ${pictureText(page)}`, [shelf, page]);
  expect(container.querySelector('p')?.textContent).toBe('전 간판.png 후 그림.svg');
  expect(container.querySelector('img')).toBeNull();
});

test.each([
  '![x](https://evil.example/pixel.png)',
  '![x](//evil.example/pixel.png)',
  '![x](/files/4d7a5f0e-6f8a-4c4e-9f43-000000000000)',
  '![x](file:///etc/passwd)',
  '![x](file:not-an-id)',
  '![x](data:image/png;base64,AAAA)',
  '![](file:4d7a5f0e-6f8a-4c4e-9f43-000000000000)',
  '<img src="file:4d7a5f0e-6f8a-4c4e-9f43-000000000000">',
])('%s is no picture', (text) => {
  const { container } = drawn(text, [shelf]);
  expect(container.querySelector('img')).toBeNull();
});

test('in code, in a link or where there are no pictures it stays as it was written', () => {
  const written = pictureText(shelf);
  for (const text of [
    `\`${written}\``,
    `[${written}](https://haru.kr)`,
    `\`\`\`\n${written}\n\`\`\``,
  ]) {
    const { container } = drawn(text, [shelf]);
    expect(container.querySelector('img'), text).toBeNull();
    expect(picturesIn(text, [shelf]), text).toEqual([]);
    cleanup();
  }
  const { container } = renderApp(<Markdown text={written} />);
  expect(container.querySelector('p')?.textContent).toBe(written);
  expect(plainText(parseMarkdown(written))).toBe(written);
});

test('whatever a file is called, its picture is found again', () => {
  for (const name of ['a].png', '[1](2).png', '`ㄱ`.png', 'x\ny.png', '글'.repeat(400)]) {
    const file = picture({ name });
    expect(picturesIn(pictureText(file), [file]), name).toEqual([file]);
  }
});

test('lines are put after the caret, on lines of their own, unless the field is full', () => {
  const field = document.createElement('textarea');
  [field.value, field.maxLength] = ['하나둘', 20];
  const onInput = vi.fn();
  field.addEventListener('input', onInput);
  field.setSelectionRange(2, 2);
  expect(insertLines(field, ['![가](나)'])).toBe(true);
  expect(field.value).toBe('하나\n![가](나)\n둘');
  expect(insertLines(field, ['12345678'])).toBe(false);
  expect(onInput).toHaveBeenCalledOnce();
});

test('going to the tools of a field does not save yet, and leads back to the text', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const edited = { label: '설명', value: '하나', isMultiline: true, maxLength: 20, onSave };
  const tools = <button type="button">사진</button>;
  const { user } = renderApp(<EditableText {...edited} tools={tools} />);
  await user.click(screen.getByRole('button', { name: /^설명/ }));
  await user.keyboard('둘');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('사진');
  expect(onSave).not.toHaveBeenCalled();
  await user.tab({ shift: true });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onSave).toHaveBeenCalledExactlyOnceWith('하나둘', expect.anything());
});
