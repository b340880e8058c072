// Runs to lines, and what stands beside them. It knows nothing of blocks.

import { textLength } from '../lines/flat-text.ts';
import { type BrokenLine, setParagraph } from '../lines/paragraph.ts';
import { PLAIN } from '../look/style.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import type { BlockContext } from './block-context.ts';

export function blankLine(offset: number): BrokenLine {
  return { runs: [], width: 0, join: 'end', offset };
}

/** Blanks that indent or part text and do not belong to it. */
export function blanks(columns: number): Run {
  return { text: ' '.repeat(columns), style: PLAIN, decoration: true };
}

/** Breaks runs into lines whose offsets go on from the text before. */
export function setText(
  runs: readonly Run[],
  frame: BlockContext,
  setting: Setting,
  heading = false,
): BrokenLine[] {
  const { hyphenate, justify, lang } = setting.options;
  const lines = setParagraph(runs, {
    width: frame.width,
    hyphenate: heading ? 'never' : hyphenate,
    justify: justify && !heading,
    lang,
    shape: heading ? 'balanced' : 'ragged',
    start: setting.offset,
  });
  setting.offset += textLength(runs) + 1;
  return lines;
}

/** Puts `first` before the first line and `rest` before the others; both are as wide as `room`. */
export function hang(
  lines: readonly BrokenLine[],
  first: readonly Run[],
  rest: readonly Run[],
  room: number,
): BrokenLine[] {
  return lines.map((line, i) => {
    const prefix = i === 0 ? first : rest;
    if (line.runs.length === 0 && prefix.every(({ text }) => text.trim() === '')) return line;
    const { runs, width, join, offset } = line;
    return { runs: [...prefix, ...runs], width: width + room, join, offset };
  });
}
