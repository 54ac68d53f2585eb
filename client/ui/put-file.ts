// Sending a file to the server, with progress, and a small copy of it when it is a picture.
import { type AttachedFile, fileAddress } from '#server/files/files.schema.ts';
import { drawThumbnail } from './draw-thumbnail.ts';

export type PutFile = (
  file: File,
  put: { id: string; signal: AbortSignal; onProgress: (share: number) => void },
) => Promise<AttachedFile>;

/** Rejects as a procedure does when it is refused; with an AbortError when it is called off. */
export const putFile: PutFile = async (file, { id, signal, onProgress }) => {
  const address = `${fileAddress(id)}?name=${encodeURIComponent(file.name)}`;
  const stored = await put({ address, body: file, signal, onProgress });
  const thumbnail = await drawThumbnail(file, stored).catch(() => null);
  if (thumbnail === null) return stored;
  try {
    return await put({ address: `${fileAddress(id)}/thumbnail`, body: thumbnail, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return stored; // the picture itself is shown instead
  }
};

type Put = {
  address: string;
  body: Blob;
  signal: AbortSignal;
  onProgress?: (share: number) => void;
};

/** Not fetch: only XMLHttpRequest tells how much has gone out. */
function put({ address, body, signal, onProgress }: Put): Promise<AttachedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    request.open('PUT', address);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => end(() => settleAnswer(request, { resolve, reject })));
    request.addEventListener('error', () => end(() => reject(new TypeError('Failed to fetch'))));
    request.addEventListener('abort', () => end(() => reject(calledOff())));
    signal.addEventListener('abort', stop);
    if (signal.aborted) return end(() => reject(calledOff()));
    request.send(body);
  });
}

type Settle = { resolve: (file: AttachedFile) => void; reject: (error: unknown) => void };

function settleAnswer({ status, responseText }: XMLHttpRequest, { resolve, reject }: Settle): void {
  try {
    const answer = JSON.parse(responseText) as AttachedFile & Partial<Refusal>;
    if (status === 200) resolve(answer);
    else reject(asRefusal(answer));
  } catch (error) {
    reject(error);
  }
}

type Refusal = { error: { message: string; data: unknown } };

/** As tRPC's client throws it, so that the screens say the same words. */
function asRefusal({ error }: Partial<Refusal>): Error {
  const refusal = new Error(error?.message ?? 'The file was refused.');
  return Object.assign(refusal, { name: 'TRPCClientError', data: error?.data });
}

function calledOff(): DOMException {
  return new DOMException('The upload was called off.', 'AbortError');
}
