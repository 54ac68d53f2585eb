import { Paperclip } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { FileChoice } from './file-choice.tsx';
import { IconButton } from './icon-button.tsx';

export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useText('files');
  return (
    <FileChoice label={t('attach')} onFiles={onFiles}>
      {(open) => <IconButton icon={Paperclip} size={33} label={t('attach')} onClick={open} />}
    </FileChoice>
  );
}
