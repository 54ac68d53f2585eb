import { useSyncExternalStore } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { FILES_MAX } from '#server/files/files.schema.ts';
import { putFile } from './put-file.ts';
import { toastRefused } from './toasts.ts';
import { type Upload, Uploads } from './uploads.ts';
import { useViewer } from './viewer.ts';

const places = new Map<string, Uploads>();

export type Attaching = {
  uploads: readonly Upload[];
  /** Something is still on its way, or has failed: the message waits for it. */
  isBusy: boolean;
  uploadsOf: Uploads;
  /** Returns what was taken; what was not is said in a toast. */
  add: (files: readonly File[]) => readonly Upload[];
};

/** The files one is putting on something; `place` names it: `room:<id>`. */
export function useUploads(place: string): Attaching {
  const t = useText('files');
  const viewer = useViewer();
  const uploadsOf = placeOf(`${viewer.id}:${place}`);
  const uploads = useSyncExternalStore(uploadsOf.subscribe, () => uploadsOf.list);
  function add(files: readonly File[]): readonly Upload[] {
    const { taken, tooLarge, tooMany } = uploadsOf.add(files);
    for (const { name } of tooLarge) toastRefused(t('tooLarge', { name }));
    if (tooMany.length > 0) toastRefused(t('tooMany', { count: FILES_MAX }));
    return taken;
  }
  const isBusy = uploads.some((upload) => upload.state !== 'stored');
  return { uploads, isBusy, uploadsOf, add };
}

function placeOf(key: string): Uploads {
  const known = places.get(key);
  if (known !== undefined) return known;
  const made = new Uploads(putFile);
  places.set(key, made);
  return made;
}
