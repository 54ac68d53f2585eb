import type { TFunction } from 'i18next';
import type { MessagePreview } from '#server/chat/chat.schema.ts';

/** A message in one line: what was said; of one that is only files, what it brings. */
export function previewText(
  { body, file, removedAt }: MessagePreview,
  t: TFunction<readonly ['chat', 'common']>,
): string {
  if (removedAt !== null) return t('removed');
  if (body !== '' || file === null) return body;
  return file.type.startsWith('image/') ? t('list.picture') : t('list.file', { name: file.name });
}
