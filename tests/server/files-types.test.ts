// What a file is and how large a picture, read from bytes that anybody may have made.
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeOf } from '#server/files/file-type.ts';
import { pictureSize } from '#server/files/picture-size.ts';
import { png } from '#tests/support/file-desk.ts';

async function look(body: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'haru-type-'));
  const path = join(folder, 'file');
  await writeFile(path, body);
  const file = await open(path);
  try {
    const type = await typeOf(file, false);
    return { type, size: await pictureSize(file, type) };
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ascii = (text: string) => Buffer.from(text, 'latin1');

function jpeg(...segments: Buffer[]): Buffer {
  return Buffer.concat([hex('ffd8'), ...segments, hex('ffda 0008 01 01 00 00 3f 00 ffd9')]);
}

function segment(marker: string, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([hex(`ff${marker}`), length, body]);
}

const FRAME = segment('c0', hex('08 0bb8 0fa0 03 01 22 00')); // 3000 high, 4000 wide

function turned(orientation: number): Buffer {
  const entry = `0112 0003 00000001 000${orientation} 0000`;
  return segment('e1', Buffer.concat([ascii('Exif\0\0MM'), hex(`002a 00000008 0001 ${entry}`)]));
}

test('pictures say their size, as they are shown', async () => {
  const size = { width: 4000, height: 3000 };
  expect(await look(png(4000, 3000))).toEqual({ type: 'image/png', size });
  expect(await look(jpeg(FRAME))).toEqual({ type: 'image/jpeg', size });
  const icc = segment('e2', Buffer.alloc(60_000));
  expect((await look(jpeg(icc, icc, turned(1), FRAME))).size).toEqual(size);
  expect((await look(jpeg(turned(6), FRAME))).size).toEqual({ width: 3000, height: 4000 });
  const gif = Buffer.concat([ascii('GIF89a'), hex('0a00 1400 00 00 00 3b')]);
  expect(await look(gif)).toEqual({ type: 'image/gif', size: { width: 10, height: 20 } });
  const riff = (kind: string, body: Buffer) =>
    Buffer.concat([ascii('RIFF'), Buffer.alloc(4), ascii(`WEBP${kind}`), Buffer.alloc(4), body]);
  const extended = riff('VP8X', hex('00 000000 8f0100 2b0100 0000'));
  expect(await look(extended)).toEqual({ type: 'image/webp', size: { width: 400, height: 300 } });
  const lossy = riff('VP8 ', hex('000000 9d012a 9001 2c01 0000'));
  expect((await look(lossy)).size).toEqual({ width: 400, height: 300 });
  const bits = Buffer.alloc(8);
  bits.writeUInt32LE(399 | (299 << 14), 0);
  const lossless = riff('VP8L', Buffer.concat([hex('2f'), bits]));
  expect((await look(lossless)).size).toEqual({ width: 400, height: 300 });
});

test('a picture that would fill somebody’s memory is none', async () => {
  for (const [width, height] of [
    [0, 10],
    [40_000, 10],
    [30_000, 30_000],
    [4_294_967_295, 4_294_967_295],
  ] as const)
    expect((await look(png(width, height))).size).toBeNull();
});

test('other files are known by how they begin', async () => {
  const known = async (body: Buffer) => (await look(body)).type;
  expect(await known(ascii('%PDF-1.7'))).toBe('application/pdf');
  expect(await known(hex('504b0304 1400'))).toBe('application/zip');
  expect(await known(hex('00000018 66747970 6d703432'))).toBe('video/mp4');
  expect(await known(ascii('<svg xmlns=""/>'))).toBe('application/octet-stream');
  expect(await known(ascii('GIF8'))).toBe('application/octet-stream');
});

test('no bytes whatever make reading them fail', async () => {
  const starts = [
    hex('89504e470d0a1a0a'),
    hex('ffd8ffe1'),
    ascii('GIF89a'),
    ascii('RIFF\0\0\0\0WEBPVP8X'),
    ascii('RIFF\0\0\0\0WEBPVP8L'),
    Buffer.concat([hex('ffd8'), turned(6)]),
    Buffer.concat([hex('ffd8ffe1 ffff'), ascii('Exif\0\0II'), hex('2a00 ffffffff')]),
    Buffer.concat([hex('ffd8ffe1 0100'), ascii('Exif\0\0II'), hex('2a00 08000000 ffff')]),
  ];
  const bytes = fc.record({
    start: fc.constantFrom(...starts),
    rest: fc.uint8Array({ maxLength: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(bytes, async ({ start, rest }) => {
      const { size } = await look(Buffer.concat([start, rest]));
      if (size !== null) expect(size.width * size.height).toBeLessThanOrEqual(120_000_000);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});
