// Files that are there whole or not at all.

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../folder.ts';

const DRAFT = /^\..+\.[0-9a-f]{12}\.part$/;
/** Milliseconds after which a draft has nobody who still writes it. */
const ABANDONED = 3600 * 1000;

/** Writes a file whole or not at all (draft, fsync unless `isReplaceable`, rename), or throws. */
export function writeWhole(
  path: string,
  content: string | Uint8Array,
  isReplaceable = false,
): void {
  const folder = dirname(path);
  makeFolder(folder);
  const name = Buffer.from(basename(path)).subarray(0, 100).toString('hex').slice(0, 40);
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(file, content);
      if (!isReplaceable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The same for a file that is meant for others, who may read it (mode 0644). */
export function writeForOthers(path: string, content: string | Uint8Array): void {
  writeWhole(path, content);
  chmodSync(path, 0o644);
}

/** Removes the drafts that killed processes have left in a folder. Never throws. */
export function sweepDrafts(folder: string, now: number = Date.now()): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (DRAFT.test(name) && now - statSync(path).mtimeMs > ABANDONED)
        rmSync(path, { force: true });
    }
  } catch {
    // No folder, or not ours to clean.
  }
}
