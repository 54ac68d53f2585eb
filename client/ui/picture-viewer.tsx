import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { type AttachedFile, fileAddress } from '#server/files/files.schema.ts';
import classes from './picture-viewer.module.css';

type Props = {
  pictures: readonly (AttachedFile & { width: number; height: number })[];
  firstId: string;
  onClose: () => void;
};

/** One picture over everything; the arrows go to the others, a click shows it in its own size, Esc leads back. */
export function PictureViewer({ pictures, firstId, onClose }: Props) {
  const t = useText('files');
  const dialog = useRef<HTMLDialogElement>(null);
  const [shownId, setShownId] = useState(firstId);
  const [isWhole, setWhole] = useState(true);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const at = pictures.findIndex((picture) => picture.id === shownId);
  const shown = pictures[at];
  if (shown === undefined) return null;
  function go(step: number) {
    const next = pictures[at + step];
    if (next === undefined) return;
    setShownId(next.id);
    setWhole(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') event.stopPropagation(); // closes this, and not what it was opened from
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows, from anywhere inside
    <dialog
      ref={dialog}
      className={classes.viewer}
      aria-label={shown.name}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <header className={classes.head}>
        <span className={classes.name}>{shown.name}</span>
        {pictures.length > 1 && (
          <span className={classes.count} aria-live="polite">
            {at + 1} / {pictures.length}
          </span>
        )}
        <a
          href={fileAddress(shown.id)}
          download={shown.name}
          className={classes.act}
          aria-label={t('downloadPicture')}
          title={t('downloadPicture')}
        >
          <Download size={18} aria-hidden="true" />
        </a>
        <button
          type="button"
          className={classes.act}
          aria-label={t('common:close')}
          title={t('common:close')}
          onClick={() => dialog.current?.close()}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      <div className={classes.stage} data-whole={isWhole || undefined}>
        <button
          type="button"
          className={classes.zoom}
          aria-label={t(isWhole ? 'ownSize' : 'fit')}
          onClick={() => setWhole(!isWhole)}
        >
          <img
            src={fileAddress(shown.id)}
            alt={shown.name}
            width={shown.width}
            height={shown.height}
          />
        </button>
      </div>
      {at > 0 && (
        <button
          type="button"
          className={classes.step}
          data-to="previous"
          aria-label={t('previous')}
          onClick={() => go(-1)}
        >
          <ChevronLeft size={24} aria-hidden="true" />
        </button>
      )}
      {at < pictures.length - 1 && (
        <button
          type="button"
          className={classes.step}
          data-to="next"
          aria-label={t('next')}
          onClick={() => go(1)}
        >
          <ChevronRight size={24} aria-hidden="true" />
        </button>
      )}
    </dialog>
  );
}
