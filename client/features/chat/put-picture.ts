import { newId } from '#client/api/new-id.ts';
import { fileAddress } from '#server/files/files.schema.ts';

/** Stores a picture of one's own; returns its id. Rejects as a procedure does when it is refused. */
export async function putPicture(picture: File): Promise<string> {
  const id = newId();
  const address = `${fileAddress(id)}?name=${encodeURIComponent(picture.name)}`;
  const answer = await fetch(address, { method: 'PUT', body: picture });
  if (answer.ok) return id;
  const { error } = (await answer.json()) as { error: { message: string; data: unknown } };
  const refusal = new Error(error.message);
  throw Object.assign(refusal, { name: 'TRPCClientError', data: error.data });
}
