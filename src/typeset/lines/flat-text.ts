// A paragraph's runs as one text, and from a part of the text back to runs.

import type { Run } from '../page/page.ts';
import { partitionPoint } from '../text/partition-point.ts';

export interface FlatText {
  /** All text, without soft hyphens; separators other than `\n` turned into as many spaces. */
  readonly text: string;
  /** Where soft hyphens stood, as indices into `text`, ascending. */
  readonly points: readonly number[];
  /** The runs of `text` from one index to another. Quick when asked for in ascending order. */
  slice(from: number, to: number): Run[];
  /** Units of the paragraph's own text before an index: decoration does not count. */
  offset(index: number): number;
}

const SEPARATORS = /[\t\v\f\r\x85\u2028\u2029]/;
const SOFT_HYPHEN = '\u00ad';

export function flatText(runs: readonly Run[]): FlatText {
  const points: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const run of runs) {
    let from = 0;
    let at = run.text.indexOf(SOFT_HYPHEN);
    for (; at !== -1; at = run.text.indexOf(SOFT_HYPHEN, from)) {
      text += run.text.slice(from, at);
      points.push(text.length);
      from = at + 1;
    }
    text += from === 0 ? run.text : run.text.slice(from);
    ends.push(text.length);
  }
  const isReplaced = SEPARATORS.test(text);
  if (isReplaced) text = text.replace(new RegExp(SEPARATORS, 'g'), ' ');
  const isDecorated = runs.some((run) => run.decoration === true);
  /** Units of decoration before each run. */
  const added = [0];
  if (isDecorated) {
    runs.forEach((run, k) => {
      const length = ends[k]! - (k === 0 ? 0 : ends[k - 1]!);
      added.push(added[k]! + (run.decoration === true ? length : 0));
    });
  }
  /** The run in which the part asked for last began. */
  let current = 0;

  return {
    text,
    points,
    slice(from, to) {
      if (current > 0 && ends[current - 1]! > from) current = 0;
      while (current < ends.length - 1 && ends[current]! <= from) current++;
      const parts: Run[] = [];
      let at = from;
      for (let k = current; at < to; k++) {
        const end = Math.min(to, ends[k]!);
        const run = runs[k]!;
        // Most runs stand on one line as they are.
        const isWhole = end - at === run.text.length && points.length === 0 && !isReplaced;
        if (end > at) parts.push(isWhole ? run : { ...run, text: text.slice(at, end) });
        at = end;
      }
      return parts;
    },
    offset(index) {
      if (!isDecorated) return index;
      // The run that holds the unit before it.
      const k = partitionPoint(ends.length - 1, (run) => ends[run]! < index);
      const isAdded = runs[k]?.decoration === true;
      return index - added[k]! - (isAdded ? index - (k === 0 ? 0 : ends[k - 1]!) : 0);
    },
  };
}

/** UTF-16 units of the article's own text in `runs`, as offsets count them. */
export function textLength(runs: readonly Run[]): number {
  let length = 0;
  for (const { text, decoration } of runs) {
    if (decoration) continue;
    length += text.length;
    for (let at = text.indexOf('\u00ad'); at >= 0; at = text.indexOf('\u00ad', at + 1)) length--;
  }
  return length;
}
