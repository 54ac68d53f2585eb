import { beforeEach, expect, test, vi } from 'vitest';
import { sayBytes } from '#client/ui/say-bytes.ts';
import { type Upload, Uploads } from '#client/ui/uploads.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';

type Put = {
  id: string;
  signal: AbortSignal;
  onProgress: (share: number) => void;
  resolve: (file: AttachedFile) => void;
  reject: (error: unknown) => void;
};

beforeEach(() => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
});

function desk() {
  const puts: Put[] = [];
  const uploads = new Uploads(
    (_file, put) =>
      new Promise((resolve, reject) => {
        puts.push({ ...put, resolve, reject });
      }),
  );
  return { puts, uploads, states: () => uploads.list.map((upload) => upload.state) };
}

const named = (name: string, type = 'text/plain') => new File(['글'], name, { type });
const idOf = (uploads: readonly Upload[], at: number) => uploads[at]?.id ?? '';
const settle = () => new Promise((resolve) => setTimeout(resolve));

function stored(id: string): AttachedFile {
  return {
    id,
    name: 'a.txt',
    bytes: 3,
    type: 'text/plain',
    width: null,
    height: null,
    hasThumbnail: false,
  };
}

test('two files travel at a time, in order, each with its own progress', async () => {
  const { puts, uploads, states } = desk();
  uploads.add([named('a'), named('b'), named('c')]);
  expect(states()).toEqual(['sending', 'sending', 'waiting']);

  puts[0]?.onProgress(0.5);
  expect(uploads.list[0]?.share).toBe(0.5);
  puts[1]?.resolve(stored(puts[1].id));
  await settle();

  expect(states()).toEqual(['sending', 'stored', 'sending']);
});

test('what failed stays, and is tried again under its own id', async () => {
  const { puts, uploads, states } = desk();
  uploads.add([named('a')]);
  const id = idOf(uploads.list, 0);
  puts[0]?.reject(new TypeError('Failed to fetch'));
  await settle();
  expect(states()).toEqual(['failed']);

  uploads.retry(id);
  puts[1]?.resolve(stored(id));
  await settle();

  expect(puts.map((put) => put.id)).toEqual([id, id]);
  expect(states()).toEqual(['stored']);
});

test('one that is called off is stopped, and the next one goes', async () => {
  const { puts, uploads, states } = desk();
  uploads.add([named('a'), named('b'), named('c')]);
  uploads.remove(idOf(uploads.list, 0));
  expect(puts[0]?.signal.aborted).toBe(true);
  puts[0]?.reject(new DOMException('called off', 'AbortError'));
  await settle();
  expect(states()).toEqual(['sending', 'sending']);
});

test('a message takes what is stored, and forgets the pictures that were shown of it', async () => {
  const { puts, uploads, states } = desk();
  uploads.add([named('a.png', 'image/png'), named('b')]);
  puts[0]?.resolve(stored(puts[0].id));
  await settle();

  const taken = uploads.take();

  expect(taken.map((file) => file.id)).toEqual([puts[0]?.id]);
  expect(states()).toEqual(['sending']);
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:picture');
});

test('what is too large or too many is not taken, and named', () => {
  const { uploads } = desk();
  const large = named('large');
  Object.defineProperty(large, 'size', { value: 25 * 1024 * 1024 + 1 });
  const many = Array.from({ length: 12 }, (_, at) => named(String(at)));

  const { tooLarge, tooMany } = uploads.add([large, ...many]);

  expect(tooLarge).toEqual([large]);
  expect(tooMany.map((file) => file.name)).toEqual(['10', '11']);
  expect(uploads.list).toHaveLength(10);
});

test.each([
  [812, '812 B'],
  [14_336, '14 KB'],
  [2_516_582, '2.4 MB'],
  [26_214_400, '25 MB'],
])('%i bytes are said as %s', (bytes, words) => {
  expect(sayBytes(bytes)).toBe(words);
});
