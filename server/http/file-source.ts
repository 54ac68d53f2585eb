// A request's body, piece by piece, for as long as it keeps coming.
import type { IncomingMessage } from 'node:http';
import { badRequest, HaruError, tooLarge } from '../errors.ts';
import { FILE_MAX_BYTES } from '../files/files.schema.ts';

const SILENCE_MAX_MS = 30_000;

/** Throws PAYLOAD_TOO_LARGE before anything is read when it says so itself; what it really brings is counted elsewhere. */
export function bodyOf(req: IncomingMessage, silenceMaxMs = SILENCE_MAX_MS): AsyncIterable<Buffer> {
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > FILE_MAX_BYTES) throw tooLarge('file_too_large', FILE_MAX_BYTES);
  return pieces(req, silenceMaxMs);
}

/** Rejects with TIMEOUT, or BAD_REQUEST when the sender goes away in the middle. Leaves the request to be answered. */
async function* pieces(req: IncomingMessage, silenceMaxMs: number): AsyncGenerator<Buffer> {
  if (req.destroyed && !req.complete) throw brokenOff();
  let giveUp = () => {};
  const silence = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(tooSlow());
  });
  silence.catch(() => {});
  const timer = setTimeout(() => giveUp(), silenceMaxMs);
  const body: AsyncIterator<Buffer> = req.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const piece = await Promise.race([body.next(), silence]);
      if (piece.done === true) return;
      timer.refresh();
      yield piece.value;
      free(piece.value);
    }
  } catch (error) {
    throw error instanceof HaruError ? error : brokenOff();
  } finally {
    clearTimeout(timer);
    req.resume();
  }
}

/** Given back now. Left to the collector, what has been through piles up to 50 MB before it looks (measured). */
function free({ buffer, byteLength }: Buffer): void {
  const isAllOfIt = byteLength === buffer.byteLength;
  if (isAllOfIt && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

function brokenOff(): HaruError {
  return badRequest('upload_broken_off');
}

function tooSlow(): HaruError {
  return new HaruError('TIMEOUT', 'Nothing came for too long.', { reason: 'upload_too_slow' });
}
