// What a file's or folder's state looks like from outside, as one number, and whether a later look must
// differ when the inside does.

import { type Stats, statSync } from 'node:fs';
import { numberOf } from './digest.ts';

/** The stamp of what isn't there. */
export const NOTHING = 0;

/** Milliseconds within which two changes may bear the same time: the clock of the kernel ticks every 10. */
const TICK = 100;
/** The same for file systems that keep whole seconds, FAT every second one. */
const COARSE_TICK = 2100;

const numbers = new Float64Array(4);
const halves = new Uint32Array(numbers.buffer);

/** Inode, size and times of a path in a number below 2^53; undefined within the clock's tick (racily clean). */
export function stampOf(path: string): number | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? stampFrom(stat) : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** The same of what was just found out about an open file. */
export function stampFrom({ ino, size, mtimeMs, ctimeMs }: Stats): number | undefined {
  const tick = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0 ? COARSE_TICK : TICK;
  if (Math.max(mtimeMs, ctimeMs) >= Date.now() - tick) return undefined;
  numbers[0] = ino;
  numbers[1] = size;
  numbers[2] = mtimeMs;
  numbers[3] = ctimeMs;
  // Writing the numbers out as text took longer than asking the file system.
  return numberOf(halves);
}
