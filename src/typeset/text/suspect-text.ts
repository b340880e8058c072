// Where a text holds signs that would not reach the page, written out or as references.

import { sanitize } from './sanitize.ts';

export interface SuspectPlace {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** The sign's code: `U+202E`. */
  readonly sign: string;
}

const REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/** The first suspect sign of each line, and each character reference to one. */
export function suspectPlaces(text: string): SuspectPlace[] {
  const places: SuspectPlace[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const at = firstChange(line);
    if (at >= 0) places.push({ line: index + 1, column: at + 1, sign: codeOf(line, at) });
    for (const match of line.matchAll(REFERENCE)) {
      const code = match[1] ? Number.parseInt(match[1], 16) : Number(match[2]);
      const sign = code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      // A reference may stand for a line break or tab; between letters nothing else is needed.
      if (sign === '\n' || sign === '\r' || sanitize(`a${sign}b`) === `a${sign}b`) continue;
      places.push({ line: index + 1, column: match.index + 1, sign: codeOf(sign, 0) });
    }
  });
  return places;
}

/** Index of the first sign of a line that sanitizing changes, or -1. */
function firstChange(line: string): number {
  const clean = sanitize(line);
  if (clean === line) return -1;
  let at = 0;
  while (at < line.length && line[at] === clean[at]) at++;
  return Math.min(at, Math.max(0, line.length - 1));
}

function codeOf(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')}`;
}
