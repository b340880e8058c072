// Memory that follows what is held rather than what the machine has.

import { setFlagsFromString } from 'node:v8';

/** Has V8 collect sooner: a thousand pages took 370 MB instead of 175, for a tenth more time. */
export function collectGarbageSoon(): void {
  try {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=50');
  } catch {
    // Not V8 (the standalone program).
  }
}
