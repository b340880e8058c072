// Exports that come as a zip file, as Pocket's and Omnivore's do: the lists in it. Pure.

import { unzip } from 'fflate';

const LARGEST = 64 * 1024 * 1024;
const MOST = 2000;

/** The texts of all CSV, JSON and HTML files at most two folders deep, within limits; undefined for a broken file. */
export function listsInZip(bytes: Uint8Array): Promise<Uint8Array[] | undefined> {
  let room = LARGEST;
  let count = 0;
  return new Promise((resolve) => {
    unzip(
      bytes,
      {
        filter: ({ name, originalSize }) => {
          const wanted =
            /^(?:[^/]+\/){0,2}[^/]+\.(?:csv|json|html?)$/i.test(name) &&
            !/^(?:__MACOSX|content\/)/.test(name);
          if (!wanted || originalSize > room || ++count > MOST) return false;
          room -= originalSize;
          return true;
        },
      },
      (error, files) => resolve(error ? undefined : Object.values(files)),
    );
  });
}
