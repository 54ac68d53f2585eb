import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from './icon-button.tsx';

/** Opens the browser's dialog for choosing files. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useText('files');
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon={Paperclip}
        size={33}
        label={t('attach')}
        onClick={() => field.current?.click()}
      />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
