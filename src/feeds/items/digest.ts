// A short digest, for telling texts apart and not against an attacker.

import { createHash } from 'node:crypto';

export function digestOf(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 16);
}
