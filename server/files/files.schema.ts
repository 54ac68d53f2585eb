// Files on the wire: what a message or a comment shows of one.

/** `type` was sniffed from the content. `width` and `height` are a picture's, in pixels. */
export type AttachedFile = {
  id: string;
  name: string;
  bytes: number;
  type: string;
  width: number | null;
  height: number | null;
  hasThumbnail: boolean;
};
