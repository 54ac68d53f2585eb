import { beforeAll, expect, test } from 'vitest';
import { previewText } from '#client/features/chat/preview-text.ts';
import { i18n, startWords } from '#client/i18n/i18n.ts';
import type { MessagePreview } from '#server/chat/chat.schema.ts';

beforeAll(startWords);

const at = new Date('2026-11-23T01:00:00Z');
const said: MessagePreview = {
  id: 'm',
  no: 1,
  authorId: 'a',
  body: '점심 먹어요',
  file: null,
  createdAt: at,
  removedAt: null,
};
const line = (other: Partial<MessagePreview>) =>
  previewText({ ...said, ...other }, i18n.getFixedT('ko', ['chat', 'common'] as const));

test('a message in one line says what was said, else what it brings', () => {
  const picture = { name: 'IMG_1.png', type: 'image/png' };
  expect(line({})).toBe('점심 먹어요');
  expect(line({ file: picture })).toBe('점심 먹어요');
  expect(line({ body: '', file: picture })).toBe('사진');
  expect(line({ body: '', file: { name: '견적서.pdf', type: 'application/pdf' } })).toBe(
    '파일: 견적서.pdf',
  );
});

test('of a removed one only that it was removed', () => {
  expect(line({ body: '', removedAt: at })).toBe('삭제된 메시지예요');
});
