// Exports that come as a zip file, as Pocket's and Omnivore's do: the lists in it. Pure.

import { unzipSync } from 'fflate';

const LARGEST = 64 * 1024 * 1024;
const MOST = 2000;
const LIST = /^(?:[^/]+\/){0,2}[^/]+\.(?:csv|json|html?)$/i;

/** CSV, JSON and HTML files at most two folders deep, within limits. Throws where it is broken. */
export function listsInZip(bytes: Uint8Array): Uint8Array[] {
  let room = LARGEST;
  let count = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isList = LIST.test(name) && !/^(?:__MACOSX|content\/)/.test(name);
      if (!isList || originalSize > room || ++count > MOST) return false;
      room -= originalSize;
      return true;
    },
  });
  return Object.values(files);
}
