// What a file's or folder's state looks like from outside, as one number, and whether a later look must
// differ when the inside does.

import { statSync } from 'node:fs';

/** The stamp of what isn't there. */
export const NOTHING = 0;

/** Milliseconds within which two changes may bear the same time: the clock of the kernel ticks every 10. */
const TICK = 100;
/** The same for file systems that keep whole seconds, FAT every second one. */
const COARSE_TICK = 2100;

const numbers = new Float64Array(4);
const halves = new Uint32Array(numbers.buffer);

/**
 * A whole number below 2^53 that stands for inode, size, and the times of content and inode of what a path
 * leads to. `undefined` where its times are as young as the clock's tick: a second change could leave them
 * as they are, whence the content itself must be looked at again.
 */
export function stampOf(path: string): number | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return NOTHING;
    const { ino, size, mtimeMs, ctimeMs } = stat;
    const tick = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0 ? COARSE_TICK : TICK;
    if (Math.max(mtimeMs, ctimeMs) >= Date.now() - tick) return undefined;
    numbers[0] = ino;
    numbers[1] = size;
    numbers[2] = mtimeMs;
    numbers[3] = ctimeMs;
    return mixed();
  } catch {
    return NOTHING;
  }
}

// cyrb53 over 32-bit words: writing the numbers out as text took longer than asking the file system.
function mixed(): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i] ?? 0;
    h1 = Math.imul(h1 ^ half, 2654435761);
    h2 = Math.imul(h2 ^ half, 1597334677);
    h1 ^= h2 >>> 15;
    h2 ^= h1 >>> 13;
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0) || 1;
}
