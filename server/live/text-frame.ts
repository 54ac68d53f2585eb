const FINAL_TEXT = 0x81;
const IN_16_BITS = 126;
const IN_64_BITS = 127;

/** A text as a server's WebSocket frame (RFC 6455, 5.2: whole, not masked), to be made once and sent to many. */
export function textFrame(text: string): Buffer {
  const sizeBytes = Buffer.byteLength(text);
  const head = headOf(sizeBytes);
  const frame = Buffer.allocUnsafe(head.length + sizeBytes);
  head.copy(frame);
  frame.write(text, head.length);
  return frame;
}

function headOf(sizeBytes: number): Buffer {
  if (sizeBytes < IN_16_BITS) return Buffer.from([FINAL_TEXT, sizeBytes]);
  if (sizeBytes < 2 ** 16) {
    const head = Buffer.from([FINAL_TEXT, IN_16_BITS, 0, 0]);
    head.writeUInt16BE(sizeBytes, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head[0] = FINAL_TEXT;
  head[1] = IN_64_BITS;
  head.writeBigUInt64BE(BigInt(sizeBytes), 2);
  return head;
}
