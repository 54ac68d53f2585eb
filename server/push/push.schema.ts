// A browser that can be told something while no page is open (Web Push, RFC 8030), as its push manager describes it.
import * as z from 'zod/mini';
import { mutationId, text } from '../atoms.schema.ts';

const ENDPOINT_MAX = 1_000;

const endpoint = text(ENDPOINT_MAX).check(
  z.refine((value) => URL.canParse(value), { error: 'must be an address' }),
);
/** An uncompressed point of the curve P-256, and 16 random bytes. */
const publicKey = z
  .string()
  .check(z.regex(/^[\w-]{87}$/, { error: 'must be 65 bytes in base64url' }));
const authSecret = z
  .string()
  .check(z.regex(/^[\w-]{22}$/, { error: 'must be 16 bytes in base64url' }));

export const subscribeInput = z.object({ endpoint, publicKey, authSecret, mutationId });
export const unsubscribeInput = z.object({ endpoint, mutationId });

export type SubscribeInput = z.infer<typeof subscribeInput>;
export type UnsubscribeInput = z.infer<typeof unsubscribeInput>;

/**
 * What arrives in the browser. `tag`: a newer one takes the place of an older one about the same thing; `count` goes on
 * the icon.
 */
export type PushNote = { tag: string; title: string; body: string; path: string; count: number };
