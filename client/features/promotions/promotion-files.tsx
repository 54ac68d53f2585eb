import { ImagePlus } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { FileChoice } from '#client/ui/file-choice.tsx';
import { HangingFiles } from '#client/ui/hanging-files.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { useArrivedFiles } from '#client/ui/use-arrived-files.ts';
import { useUploads } from '#client/ui/use-uploads.ts';
import type { PromotionDetail } from '#server/promotions/promotions.schema.ts';
import { usePromotionActs } from './use-promotion-acts.ts';
import classes from './promotion-files.module.css';

/** Pictures of it: chosen, dropped or pasted, they hang there as soon as they have arrived. */
export function PromotionFiles({ promotion }: { promotion: PromotionDetail }) {
  const t = useText('promotions');
  const { attachFiles, detachFile, restoreFile } = usePromotionActs();
  const attaching = useUploads(`promotion:${promotion.id}`);
  const { uploads, uploadsOf, add } = attaching;
  const failed = useArrivedFiles(uploadsOf, (fileIds) => attachFiles(promotion, fileIds));
  const acts = {
    detach: (fileId: string) => detachFile(promotion, fileId),
    restore: (fileId: string) => restoreFile(promotion, fileId),
  };
  return (
    <section className={classes.part} aria-label={t('files')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('files')}</h3>
        <FileChoice label={t('addFiles')} onFiles={add}>
          {(open) => <IconButton icon={ImagePlus} label={t('addFiles')} onClick={open} />}
        </FileChoice>
      </div>
      <DropFiles onFiles={add}>
        {promotion.files.length === 0 && uploads.length === 0 && (
          <p className={classes.none}>{t('noFiles')}</p>
        )}
        <HangingFiles files={promotion.files} acts={acts} />
        <AttachTray {...attaching} />
        {failed !== null && <Failure error={failed.error} onRetry={failed.retry} />}
      </DropFiles>
    </section>
  );
}
