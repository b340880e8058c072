// One row of the screen as runs: cutting, filling, dimming, overlaying.

import { PLAIN, type Style } from '../../typeset/look/style.ts';
import type { Run } from '../../typeset/page/page.ts';
import { clip, columns, graphemes } from '../../typeset/text/width.ts';

export type Row = readonly Run[];

export const run = (text: string, style: Style = PLAIN): Run => ({ text, style });

export function rowWidth(row: Row): number {
  let width = 0;
  for (const { text } of row) width += columns(text);
  return width;
}

/** The text from one column to another; a wide character that is cut in half becomes a blank. */
function columnSlice(text: string, from: number, to: number): string {
  if (from <= 0 && columns(text) <= to) return text;
  let out = '';
  let at = 0;
  for (const grapheme of graphemes(text)) {
    const end = at + columns(grapheme);
    if (at >= to) break;
    if (at >= from && end <= to) out += grapheme;
    else if (end > from) out += ' '.repeat(Math.min(end, to) - Math.max(at, from));
    at = end;
  }
  return out;
}

/** The columns from `from` up to `to` of a row. */
export function sliceRow(row: Row, from: number, to: number): Row {
  const out: Run[] = [];
  let at = 0;
  for (const part of row) {
    const width = columns(part.text);
    if (at >= to) break;
    if (at + width > from || (width === 0 && at >= from)) {
      const text = columnSlice(part.text, from - at, to - at);
      // What the terminal draws itself can't be cut.
      const { drawing: _drawing, ...uncut } = part;
      if (text !== '') out.push(text === part.text ? part : { ...uncut, text });
    }
    at += width;
  }
  return out;
}

/** At most `width` columns; what is cut ends in `ellipsis`, in the style of the text it cuts. */
export function fitRow(row: Row, width: number, ellipsis: string): Row {
  if (width <= 0) return [];
  if (rowWidth(row) <= width) return row;
  const kept = sliceRow(row, 0, Math.max(0, width - columns(ellipsis)));
  const last = kept.at(-1);
  if (last === undefined) return [run(clip(ellipsis, width, ''))];
  const { link: _link, ...style } = last;
  return [
    ...kept.slice(0, -1),
    { ...last, text: last.text.trimEnd() },
    { ...style, text: ellipsis },
  ];
}

/** Exactly `width` columns: cut or filled with blanks in `style`. */
export function fillRow(row: Row, width: number, style: Style = PLAIN): Row {
  const kept = sliceRow(row, 0, width);
  const room = width - rowWidth(kept);
  return room > 0 ? [...kept, run(' '.repeat(room), style)] : kept;
}

/** `left` and `right` at the ends of `width` columns; the left one is cut where both do not fit. */
export function betweenRow(left: Row, right: Row, width: number, ellipsis: string): Row {
  const rightWidth = rowWidth(right);
  if (rightWidth + 4 > width) return fitRow(left, width, ellipsis);
  const kept = fitRow(left, width - rightWidth - 2, ellipsis);
  return [...kept, run(' '.repeat(width - rightWidth - rowWidth(kept))), ...right];
}

/** Moved right by `count` columns. */
export function indentRow(row: Row, count: number): Row {
  return count <= 0 || row.length === 0 ? row : [run(' '.repeat(count)), ...row];
}

/** Every run in one style, links gone: the page behind a box, the row under the cursor. */
export function restyleRow(row: Row, style: Style): Row {
  return row.map(({ text }) => ({ text, style }));
}

/** Restyles the text from one UTF-16 index to another; `style` makes the new style from the old. */
export function markRow(row: Row, from: number, to: number, style: (under: Style) => Style): Row {
  const out: Run[] = [];
  let at = 0;
  for (const part of row) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, part.text.length);
    at += part.text.length;
    if (start >= end) {
      out.push(part);
      continue;
    }
    if (start > 0) out.push({ ...part, text: part.text.slice(0, start) });
    out.push({ ...part, text: part.text.slice(start, end), style: style(part.style) });
    if (end < part.text.length) out.push({ ...part, text: part.text.slice(end) });
  }
  return out;
}

/** `over`, `width` columns wide, laid on `under` at column `at`. */
export function overlayRow(under: Row, over: Row, at: number, width: number): Row {
  return [
    ...fillRow(under, at),
    ...fillRow(over, width),
    ...sliceRow(under, at + width, Number.MAX_SAFE_INTEGER),
  ];
}

/** Text in lines of at most `width` columns, broken at blanks; a longer word is cut between graphemes. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/)) {
    if (word === '') continue;
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columns(rest) > width) {
      const head = clip(rest, Math.max(1, width), '');
      if (head === '') break;
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines;
}
