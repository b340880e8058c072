// A sheet's lines as one text, to be sought across line ends and added hyphens.

import type { Line } from '../../typeset/page/page.ts';
import { foldText } from './fold-text.ts';
import { type Lines, lineAt } from './sheet.ts';

export interface Stream {
  readonly text: string;
  readonly starts: Uint32Array;
}

const JOIN = { space: ' ', word: '', end: '\n' } as const;

interface OpenStream {
  readonly starts: Uint32Array;
  readonly parts: string[];
  /** Lines and characters so far. */
  count: number;
  length: number;
}

function openStream(sheet: Lines): OpenStream {
  const lines = sheet.head.length + sheet.page.lines.length;
  return { starts: new Uint32Array(lines), parts: [], count: 0, length: 0 };
}

/** Takes so many lines more into a stream; says whether these were the last. */
function addLines(stream: OpenStream, sheet: Lines, lines: number, folds: boolean): boolean {
  const { starts, parts } = stream;
  const to = Math.min(starts.length, stream.count + lines);
  let text = '';
  for (; stream.count < to; stream.count++) {
    const line = lineAt(sheet, stream.count) as Line;
    starts[stream.count] = stream.length + text.length;
    for (const run of line.runs) if (run.decoration !== true) text += run.text;
    text += JOIN[line.join];
  }
  stream.length += text.length;
  parts.push(folds ? foldText(text, true) : text);
  return to === starts.length;
}

export function streamOf(sheet: Lines): Stream {
  const stream = openStream(sheet);
  addLines(stream, sheet, stream.starts.length, false);
  return { text: stream.parts.join(''), starts: stream.starts };
}

/** Lines that are taken into a stream at once between keys: two milliseconds. */
const SLICE = 2000;

const opened = new WeakMap<Lines, OpenStream>();
const streams = new WeakMap<Lines, Map<boolean, Stream>>();

/** Gets a sheet ready to be searched, some of its lines at a time; says whether it is. */
export function readyToFind(sheet: Lines, lines = SLICE): boolean {
  if (streams.has(sheet)) return true;
  const stream = opened.get(sheet) ?? openStream(sheet);
  opened.set(sheet, stream);
  if (!addLines(stream, sheet, lines, true)) return false;
  const cased: Stream = { text: stream.parts.join(''), starts: stream.starts };
  streams.set(sheet, new Map([[true, cased]]));
  opened.delete(sheet);
  return true;
}

/** The text without diacritics, and in lower case unless `cased`; kept with the sheet. */
export function cachedStream(sheet: Lines, cased: boolean): Stream {
  readyToFind(sheet, Number.POSITIVE_INFINITY);
  const kept = streams.get(sheet) as Map<boolean, Stream>;
  let stream = kept.get(cased);
  if (stream === undefined) {
    const { text, starts } = kept.get(true) as Stream;
    stream = { text: foldText(text), starts };
    kept.set(cased, stream);
  }
  return stream;
}
