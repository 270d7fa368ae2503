import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8192;
const BYTES_PER_ID = 10;
const COUNTER_END = 0x1000;

const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;
let lastMillisecond = 0;
let counter = 0;

/**
 * A new id: UUID version 7 (RFC 9562), 36 characters. Ids of one process ascend strictly, also within a millisecond and when
 * the machine's clock is set back, so new rows go to the end of an index. Not a secret: it tells when it was made.
 */
export function newId(): string {
  const at = takeRandom();
  tick(at);
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const count = counter.toString(16).padStart(3, '0');
  const variant = (0x80 | ((pool[at + 2] ?? 0) & 0x3f)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${hex(at + 3, 1)}-${hex(at + 4, 6)}`;
}

function tick(at: number): void {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = (((pool[at] ?? 0) << 8) | (pool[at + 1] ?? 0)) & 0x7ff;
    return;
  }
  counter += 1;
  if (counter < COUNTER_END) return;
  lastMillisecond += 1;
  counter = 0;
}

function takeRandom(): number {
  if (used + BYTES_PER_ID > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const at = used;
  used += BYTES_PER_ID;
  return at;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(from: number, length: number): string {
  let text = '';
  for (let index = from; index < from + length; index++) text += HEX[pool[index] ?? 0];
  return text;
}
