// What the full-screen reader remembers between starts besides the journal: the width of its text.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../folder.ts';

const FILE = 'reader.json';

/** Columns of text chosen last, or undefined where none is remembered. */
export function rememberedWidth(folder: string): number | undefined {
  try {
    const { textWidth } = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    return Number.isSafeInteger(textWidth) && textWidth > 0 ? textWidth : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers `columns`; where nothing can be written, nothing is remembered. */
export function rememberWidth(folder: string, columns: number): void {
  try {
    makeFolder(folder);
    writeFileSync(join(folder, FILE), `${JSON.stringify({ textWidth: columns })}\n`, {
      mode: 0o600,
    });
  } catch {
    // The next start has the usual width then.
  }
}
