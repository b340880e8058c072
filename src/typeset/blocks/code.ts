// Sets a block of code: lines as they are, too long ones softly wrapped with a mark.

import type { Block, CodePiece, Drawing } from '../document/document.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { pushText } from '../lines/runs.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import { columns, graphemes } from '../text/width.ts';
import type { BlockContext } from './block-context.ts';
import { blankLine, blanks } from './text-lines.ts';

/** Columns a tab runs to where lines have a width. */
const TAB = 4;
const NARROWEST = 8;
/** What a line may hold that is not shown as it stands. */
const SPECIAL = /[\t\ufffd]/;
/** A blank in the last part of a line, from here on, is a good place to cut it. */
const NEAR = 0.6;

/** The lines of a code block. Offsets count its text as it stands, line ends included. */
export function setCode(
  block: Extract<Block, { kind: 'code' }>,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { theme } = setting.options;
  const indent = frame.width - theme.codeIndent < NARROWEST ? 0 : theme.codeIndent;
  const width = frame.wide - indent;
  const margin: Run[] = indent === 0 ? [] : [blanks(indent)];
  const drawing = drawingFor(block, width, setting);
  if (drawing !== undefined) return setDrawing(drawing, block.text, margin, indent, setting);
  const lines: BrokenLine[] = [];
  for (const pieces of codeLines(block)) {
    const source = pieces.reduce((sum, { text }) => sum + text.length, 0);
    for (const line of setCodeLine(pieces, block.pieces !== undefined, width, setting)) {
      if (line.runs.length === 0) lines.push(line);
      else lines.push({ ...line, runs: [...margin, ...line.runs], width: line.width + indent });
    }
    setting.offset += source + 1;
  }
  return lines;
}

/** The first drawing that has room, where diagrams are to be drawn. */
function drawingFor(
  { drawings }: Extract<Block, { kind: 'code' }>,
  width: number,
  { options }: Setting,
): Drawing | undefined {
  return options.diagrams === 'drawn' ? drawings?.find((one) => one.width <= width) : undefined;
}

/** A drawing's rows; all of them stand for the place at which the source begins. */
function setDrawing(
  { rows }: Drawing,
  source: string,
  margin: readonly Run[],
  indent: number,
  setting: Setting,
): BrokenLine[] {
  const { offset } = setting;
  const style = setting.options.theme.styles.text;
  setting.offset += source.length + 1;
  return rows.map((text) =>
    text === ''
      ? blankLine(offset)
      : {
          runs: [...margin, { text, style, source }],
          width: columns(text) + indent,
          join: 'end',
          offset,
        },
  );
}

/** The pieces of each line, without blanks at its end. */
function* codeLines(block: Extract<Block, { kind: 'code' }>): Generator<CodePiece[]> {
  if (block.pieces === undefined) {
    for (const text of block.text.split('\n')) yield [{ text: text.trimEnd() }];
    return;
  }
  let line: CodePiece[] = [];
  for (const { text, role } of block.pieces) {
    const parts = text.split('\n');
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        yield trimEnd(line);
        line = [];
      }
      if (part !== '') line.push(role === undefined ? { text: part } : { text: part, role });
    }
  }
  yield trimEnd(line);
}

function trimEnd(line: CodePiece[]): CodePiece[] {
  for (let last = line.at(-1); last !== undefined; last = line.at(-1)) {
    const text = last.text.trimEnd();
    if (text === last.text) break;
    line.pop();
    if (text !== '') {
      line.push({ ...last, text });
      break;
    }
  }
  return line;
}

function setCodeLine(
  pieces: readonly CodePiece[],
  highlighted: boolean,
  width: number,
  setting: Setting,
): BrokenLine[] {
  const { styles } = setting.options.theme;
  const [only] = pieces;
  if (
    pieces.length === 1 &&
    only?.role === undefined &&
    only !== undefined &&
    !SPECIAL.test(only.text)
  ) {
    const own = columns(only.text);
    // Most lines are short and need no more than this.
    if (own <= width) {
      const style = highlighted ? styles.text : styles.code;
      const runs = only.text === '' ? [] : [{ text: only.text, style }];
      return [{ runs, width: own, join: 'end', offset: setting.offset }];
    }
  }
  const finite = Number.isFinite(width);
  const runs: Run[] = [];
  // In highlighted code the text between says nothing by its colour.
  const rest = highlighted ? styles.text : styles.code;
  let column = 0;
  for (const { text, role } of pieces) {
    const own = finite && text.includes('\t') ? expandTabs(text, column) : text;
    if (finite) column += columns(own);
    pushText(runs, own, role === undefined ? rest : styles[role], {}, setting);
  }
  const whole = columns(runs.map(({ text }) => text).join(''));
  if (!finite || whole <= width)
    return [{ runs, width: whole, join: 'end', offset: setting.offset }];

  return wrap(runs, width, setting);
}

/** Cuts a line that is too long, at a blank where one is near, and marks what goes on. */
function wrap(runs: readonly Run[], width: number, setting: Setting): BrokenLine[] {
  const { styles, signs } = setting.options.theme;
  const mark: Run = { text: `${signs.wrap} `, style: styles.muted, decoration: true };
  const room = columns(mark.text);
  const cells = cellsOf(runs);
  const lines: BrokenLine[] = [];
  let offset = setting.offset;
  let from = 0;
  while (from < cells.length) {
    const first = lines.length === 0;
    let used = first ? 0 : room;
    let to = from;
    let blank = -1;
    for (; to < cells.length; to++) {
      const cell = cells[to]!;
      if (used + cell.width > width && to > from) break;
      used += cell.width;
      if (cell.text === ' ' && used > width * NEAR) blank = to + 1;
    }
    if (to < cells.length && blank > from) to = blank;
    const part = cells.slice(from, to);
    const line = joined(part);
    const own = part.reduce((sum, cell) => sum + cell.width, 0);
    const join = to === cells.length ? 'end' : to === blank ? 'space' : 'word';
    lines.push(
      first
        ? { runs: line, width: own, join, offset }
        : { runs: [mark, ...line], width: own + room, join, offset },
    );
    offset += part.reduce((sum, { text }) => sum + text.length, 0);
    from = to;
  }
  return lines;
}

/** The characters of some runs, each with the run it begins in: highlighting can cut one in two. */
function cellsOf(
  runs: readonly Run[],
): { readonly text: string; readonly run: Run; readonly width: number }[] {
  let at = 0;
  let index = -1;
  let end = 0;
  return graphemes(runs.map(({ text }) => text).join('')).map((text) => {
    while (at >= end) end += runs[++index]!.text.length;
    at += text.length;
    return { text, run: runs[index]!, width: columns(text) };
  });
}

function joined(cells: readonly { readonly text: string; readonly run: Run }[]): Run[] {
  const runs: Run[] = [];
  let source: Run | undefined;
  for (const { text, run } of cells) {
    const last = runs.at(-1);
    if (last !== undefined && source === run)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ ...run, text });
    source = run;
  }
  return runs;
}

function expandTabs(text: string, from: number): string {
  let out = '';
  let column = from;
  for (const part of text.split(/(\t)/)) {
    const own = part === '\t' ? ' '.repeat(TAB - (column % TAB)) : part;
    out += own;
    column += columns(own);
  }
  return out;
}
