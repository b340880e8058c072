// How much memory V8 takes before it looks for what is no longer needed.

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation from growing further: for work that makes much that lives shortly. Other
 * engines know no such thing.
 */
export function keepYoungSmall(): void {
  try {
    setFlagsFromString('--semi-space-growth-factor=1');
  } catch {
    // It takes more memory then.
  }
}
