import { ImagePlus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { HangingFiles } from '#client/ui/hanging-files.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useUploads } from '#client/ui/use-uploads.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';
import type { PromotionDetail } from '#server/promotions/promotions.schema.ts';
import { usePromotionActs } from './use-promotion-acts.ts';
import classes from './promotion-files.module.css';

/** Pictures of it: chosen, dropped or pasted, they hang there as soon as they have arrived. */
export function PromotionFiles({ promotion }: { promotion: PromotionDetail }) {
  const t = useText('promotions');
  const { detachFile } = usePromotionActs();
  const attaching = useUploads(`promotion:${promotion.id}`);
  const field = useRef<HTMLInputElement>(null);
  const { error, retry } = useAttachWhenStored(promotion, attaching);
  const titleOf = (name: string) => t('takeFileAway', { name });
  async function ask({ id, name }: AttachedFile) {
    const question = { title: titleOf(name), text: t('takeFileAwayText') };
    if (!(await confirm({ ...question, action: t('takeAway'), isDangerous: true }))) return;
    await detachFile(promotion, id).catch(toastFailed);
  }
  const takeAway = { label: titleOf, run: (file: AttachedFile) => void ask(file) };
  return (
    <section className={classes.part} aria-label={t('files')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('files')}</h3>
        <IconButton icon={ImagePlus} label={t('addFiles')} onClick={() => field.current?.click()} />
        <input
          ref={field}
          type="file"
          multiple
          hidden
          aria-label={t('addFiles')}
          onChange={(event) => {
            attaching.add([...(event.target.files ?? [])]);
            event.target.value = ''; // the same file may be chosen again
          }}
        />
      </div>
      <DropFiles onFiles={attaching.add}>
        {promotion.files.length === 0 && attaching.uploads.length === 0 && (
          <p className={classes.none}>{t('noFiles')}</p>
        )}
        <HangingFiles files={promotion.files} takeAway={takeAway} />
        <AttachTray {...attaching} />
        {error !== null && <Failure error={error} onRetry={retry} />}
      </DropFiles>
    </section>
  );
}

type Attaching = ReturnType<typeof useUploads>;

/** Uploads go on while other screens are shown, so what has arrived already is attached too. */
function useAttachWhenStored(promotion: PromotionDetail, { uploadsOf }: Attaching) {
  const { attachFiles } = usePromotionActs();
  const isSending = useRef(false);
  const [error, setError] = useState<unknown>(null);
  async function attach() {
    const fileIds = uploadsOf.list.flatMap(({ stored }) => stored?.id ?? []);
    if (fileIds.length === 0 || isSending.current) return;
    isSending.current = true;
    try {
      await attachFiles(promotion, fileIds);
      setError(null);
      isSending.current = false;
      for (const id of fileIds) uploadsOf.remove(id);
    } catch (failure) {
      isSending.current = false;
      setError(failure);
    }
  }
  const onChange = useEffectEvent(() => {
    if (error === null) void attach();
  });
  useEffect(() => {
    const look = () => onChange();
    queueMicrotask(look);
    const leave = uploadsOf.subscribe(look);
    return () => {
      leave();
    };
  }, [uploadsOf]);
  return { error, retry: () => void attach() };
}
