// What a file's or folder's state looks like from outside, and whether a later look can be trusted to
// differ when the inside does.

import { statSync } from 'node:fs';

/** A state, seen at a moment. */
export interface Stamp {
  /** Inode, size, and times of content and inode; empty where there is nothing to look at. */
  readonly text: string;
  /** Whether a change from now on must show in the stamp. */
  readonly sure: boolean;
}

/** Milliseconds within which two changes may bear the same time: the clock of the kernel ticks every 10. */
const TICK = 100;
/** The same for file systems that keep whole seconds, FAT every second one. */
const COARSE_TICK = 2100;

/**
 * The state of what a path leads to. A stamp whose times are as young as the clock's tick is not sure:
 * a second change could leave it as it is, whence the content itself must be looked at next time.
 */
export function stampOf(path: string): Stamp {
  const now = Date.now();
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return { text: '', sure: true };
    const { ino, size, mtimeMs, ctimeMs } = stat;
    const whole = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0;
    const youngest = Math.max(mtimeMs, ctimeMs);
    return {
      text: `${ino} ${size} ${mtimeMs} ${ctimeMs}`,
      sure: youngest < now - (whole ? COARSE_TICK : TICK),
    };
  } catch {
    return { text: '', sure: true };
  }
}
