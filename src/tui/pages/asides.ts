// What stands on the screen that can be shown otherwise: pictures, tables, the sources of what is drawn. Pure.

import type { Block } from '../../typeset/document/document.ts';
import type { PictureRow, Run } from '../../typeset/page/page.ts';
import { lineAt, type Sheet } from './sheet.ts';

/** The runs of the lines from `from` up to `to`, each with its line. */
function* runsBetween(sheet: Sheet, from: number, to: number): Generator<readonly [Run, number]> {
  for (let at = from; at < to; at++) {
    for (const run of lineAt(sheet, at)?.runs ?? []) yield [run, at];
  }
}

/** The picture on the screen: the first that is there whole, else the first. */
export function pictureOn(sheet: Sheet, from: number, to: number): PictureRow | undefined {
  let first: PictureRow | undefined;
  for (const [{ picture }, at] of runsBetween(sheet, from, to)) {
    if (picture === undefined) continue;
    first ??= picture;
    if (picture.row === 0 && at + picture.rows <= to) return picture;
  }
  return first;
}

/** The table on the screen: the first that begins there, else the first. */
export function tableOn(
  sheet: Sheet,
  from: number,
  to: number,
): Extract<Block, { kind: 'table' }> | undefined {
  const before = [...runsBetween(sheet, from - 1, from)].find(([{ table }]) => table)?.[0].table;
  let first: Run['table'];
  for (const [{ table }] of runsBetween(sheet, from, to)) {
    if (table === undefined) continue;
    first ??= table;
    if (table !== before) return table;
  }
  return first;
}

/** The sources of the diagrams and formulas on the screen, in order. */
export function sourcesOn(sheet: Sheet, from: number, to: number): readonly string[] {
  const found = new Set<string>();
  for (const [{ source }] of runsBetween(sheet, from, to))
    if (source !== undefined) found.add(source);
  return [...found];
}
