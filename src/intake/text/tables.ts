// Tables in plain text: columns parted by tabs, bars or two and more blanks. Pure.

import { escapeInline } from './escape.ts';

const WIDEST = 40;

/** A table's rows, if these lines are plainly one; undefined for all else. */
export function tableRows(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  if (lines.length < 2) return undefined;
  const ruled = lines.filter((line) => !/^[\s|+:=\-─━═┼│]+$/.test(line));
  if (ruled.length < 2) return undefined;
  return byTabs(ruled) ?? byBars(ruled) ?? byBlanks(ruled);
}

function byTabs(lines: readonly string[]) {
  if (!lines.every((line) => line.trim().includes('\t'))) return undefined;
  return even(lines.map((line) => line.trimEnd().split('\t')));
}

function byBars(lines: readonly string[]) {
  if (!lines.every((line) => /\S\s*[|│]\s*\S/.test(line))) return undefined;
  return even(lines.map((line) => line.replace(/^\s*[|│]|[|│]\s*$/g, '').split(/[|│]/)));
}

/** Columns that begin where all other lines' do; the last may be of any length. */
function byBlanks(lines: readonly string[]) {
  if (lines.length < 3 || !lines.every((line) => /\S {2,}\S/.test(line))) return undefined;
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width > 200) return undefined;
  const gaps: number[] = [];
  for (let at = 1; at < width; at++) {
    const here = lines.every((line) => (line[at] ?? ' ') === ' ' && (line[at - 1] ?? ' ') === ' ');
    const after = lines.some((line) => (line[at + 1] ?? ' ') !== ' ');
    if (here && after) gaps.push(at + 1);
  }
  if (gaps.length === 0 || gaps.length > WIDEST) return undefined;
  const cuts = [0, ...gaps];
  return even(lines.map((line) => cuts.map((cut, index) => line.slice(cut, cuts[index + 1]))));
}

/** Rows of one length, of two columns at least, and not mostly empty. */
function even(rows: readonly (readonly string[])[]): readonly (readonly string[])[] | undefined {
  const columns = rows[0]?.length ?? 0;
  const fits = columns >= 2 && columns <= WIDEST && rows.every((row) => row.length === columns);
  if (!fits) return undefined;
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const filled = cells.flat().filter((cell) => cell !== '').length;
  const long = cells.flat().some((cell) => cell.length > 120);
  return filled * 2 < cells.flat().length || long ? undefined : cells;
}

/** Rows as a table of Markdown, the first as its head; columns of numbers stand right. */
export function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeInline).join(' | ')} |`;
  const marks = head.map((_, column) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const numbers =
      cells.length > 0 && cells.every((cell) => /^[+−-]?[\d.,  ]+(?:\s?[%€$£])?$/.test(cell));
    return numbers ? '---:' : '---';
  });
  return [line(head), `| ${marks.join(' | ')} |`, ...body.map(line)].join('\n');
}
