import { RotateCw, X } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { errorMessage } from './error-message.ts';
import { FileIcon } from './file-icon.tsx';
import { sayBytes } from './say-bytes.ts';
import type { Upload } from './uploads.ts';
import type { Attaching } from './use-uploads.ts';
import classes from './attach-tray.module.css';

/** What goes with the message: each with its progress, to be called off, tried again or taken away. */
export function AttachTray({ uploads, uploadsOf, isBusy }: Attaching) {
  const t = useText('files');
  if (uploads.length === 0) return null;
  return (
    <div className={classes.tray}>
      <ul className={classes.list} aria-label={t('attached')}>
        {uploads.map((upload) => (
          <Attached
            key={upload.id}
            upload={upload}
            onRetry={() => uploadsOf.retry(upload.id)}
            onRemove={() => uploadsOf.remove(upload.id)}
          />
        ))}
      </ul>
      {isBusy && (
        <output className={classes.wait}>
          {uploads.some((upload) => upload.state === 'failed') ? t('someFailed') : t('wait')}
        </output>
      )}
    </div>
  );
}

type Props = { upload: Upload; onRetry: () => void; onRemove: () => void };

function Attached({ upload, onRetry, onRemove }: Props) {
  const t = useText('files');
  const { file, address, state, share, error } = upload;
  const isUnderWay = state === 'waiting' || state === 'sending';
  return (
    <li className={classes.item} data-failed={state === 'failed' || undefined}>
      {address === null ? (
        <FileIcon type={file.type} />
      ) : (
        <img src={address} alt="" className={classes.picture} />
      )}
      <span className={classes.words}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.fact}>
          {state === 'failed' ? errorMessage(error) : sayBytes(file.size)}
        </span>
        {isUnderWay && (
          <progress
            className={classes.progress}
            max={1}
            value={share}
            aria-label={t('progress', { name: file.name })}
          />
        )}
      </span>
      {state === 'failed' && (
        <button
          type="button"
          className={classes.act}
          aria-label={t('retry', { name: file.name })}
          title={t('common:retry')}
          onClick={onRetry}
        >
          <RotateCw size={14} aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className={classes.act}
        aria-label={t(isUnderWay ? 'callOff' : 'takeAway', { name: file.name })}
        title={t(isUnderWay ? 'common:cancel' : 'common:remove')}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
}
