import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { type AttachedFile, fileAddress, isPicture } from '#server/files/files.schema.ts';
import { FileIcon } from './file-icon.tsx';
import { sayBytes } from './say-bytes.ts';
import classes from './attached-files.module.css';

const PictureViewer = lazy(async () => ({
  default: (await import('./picture-viewer.tsx')).PictureViewer,
}));

/** Pictures, in a place that is theirs before they are loaded; other files by name and size, to be downloaded. */
export function AttachedFiles({ files }: { files: readonly AttachedFile[] }) {
  const [shownId, setShownId] = useState<string | null>(null);
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  if (files.length === 0) return null;
  return (
    <div className={classes.files}>
      {pictures.length > 0 && (
        <div className={classes.pictures} data-several={pictures.length > 1 || undefined}>
          {pictures.map((picture) => (
            <Picture key={picture.id} picture={picture} onOpen={() => setShownId(picture.id)} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <OtherFile key={file.id} file={file} />
      ))}
      {shownId !== null && (
        <Suspense>
          <PictureViewer pictures={pictures} firstId={shownId} onClose={() => setShownId(null)} />
        </Suspense>
      )}
    </div>
  );
}

type Picture = AttachedFile & { width: number; height: number };

function Picture({ picture, onOpen }: { picture: Picture; onOpen: () => void }) {
  const t = useText('files');
  const { id, name, width, height, hasThumbnail } = picture;
  return (
    <button
      type="button"
      className={classes.picture}
      aria-label={t('openPicture', { name })}
      onClick={onOpen}
    >
      <img
        src={fileAddress(id, hasThumbnail ? 'thumbnail' : undefined)}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </button>
  );
}

function OtherFile({ file }: { file: AttachedFile }) {
  const t = useText('files');
  const { id, name, bytes, type } = file;
  return (
    <a
      href={fileAddress(id)}
      download={name}
      className={classes.other}
      aria-label={t('download', { name, size: sayBytes(bytes) })}
    >
      <FileIcon type={type} />
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.size}>{sayBytes(bytes)}</span>
      </span>
      <Download size={16} aria-hidden="true" className={classes.mark} />
    </a>
  );
}
