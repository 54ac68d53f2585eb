import { lazy, Suspense, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import {
  type AttachedFile,
  fileAddress,
  isPicture,
  THUMBNAIL_SIDE_MAX,
} from '#server/files/files.schema.ts';
import { parseMarkdown } from './markdown-parse.ts';
import { pictureIdsIn, type PictureMark } from './markdown-picture.ts';
import { Markdown, type Mention } from './markdown.tsx';
import { type FileActs, TakeAway } from './take-away.tsx';
import classes from './text-with-pictures.module.css';

const PictureViewer = lazy(async () => ({
  default: (await import('./picture-viewer.tsx')).PictureViewer,
}));

type Picture = AttachedFile & { width: number; height: number };

type Props = {
  text: string;
  /** What hangs on the same thing: only that can be shown. */
  files: readonly AttachedFile[];
  mentions: readonly Mention[];
  /** Null where it may only be looked at. */
  acts: FileActs | null;
};

/** Light Markdown with pictures in it; of one that was taken away the name stays. */
export function TextWithPictures({ text, files, mentions, acts }: Props) {
  const [shownId, setShownId] = useState<string | null>(null);
  const pictures = picturesIn(text, files);
  function drawPicture({ id, name }: PictureMark) {
    const picture = pictures.find((one) => one.id === id);
    if (picture === undefined) return <span className={classes.gone}>{name}</span>;
    return (
      <span className={classes.picture}>
        <PictureButton picture={picture} onOpen={() => setShownId(id)} />
        {acts !== null && <TakeAway file={picture} acts={acts} />}
      </span>
    );
  }
  return (
    <>
      <Markdown text={text} mentions={mentions} drawPicture={drawPicture} />
      {shownId !== null && (
        <Suspense>
          <PictureViewer pictures={pictures} firstId={shownId} onClose={() => setShownId(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Those of the files that the text shows, in its order. */
export function picturesIn(text: string, files: readonly AttachedFile[]): Picture[] {
  const pictures = files.filter(isPicture);
  if (pictures.length === 0) return [];
  return pictureIdsIn(parseMarkdown(text)).flatMap(
    (id) => pictures.find((one) => one.id === id) ?? [],
  );
}

const SHOWN_HEIGHT_MAX = 360;

function PictureButton({ picture, onOpen }: { picture: Picture; onOpen: () => void }) {
  const t = useText('files');
  const { id, name, width, height, hasThumbnail } = picture;
  const shownWidth = Math.min(width, Math.round((SHOWN_HEIGHT_MAX * width) / height));
  return (
    <button
      type="button"
      className={classes.open}
      aria-label={t('openPicture', { name })}
      onClick={onOpen}
    >
      <img
        src={fileAddress(id)}
        srcSet={hasThumbnail ? sourcesOf(picture) : undefined}
        sizes={hasThumbnail ? `min(100vw, ${shownWidth}px)` : undefined}
        alt={name}
        // Its place is there before a byte is loaded: nothing moves when it appears.
        style={{ width: shownWidth, aspectRatio: `${width} / ${height}` }}
        loading="lazy"
        decoding="async"
      />
    </button>
  );
}

function sourcesOf({ id, width, height }: Picture): string {
  const share = Math.min(1, THUMBNAIL_SIDE_MAX / Math.max(width, height));
  const smallWidth = Math.max(1, Math.round(width * share));
  return `${fileAddress(id, 'thumbnail')} ${smallWidth}w, ${fileAddress(id)} ${width}w`;
}
