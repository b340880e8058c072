// A formula on lines of its own: in two dimensions, broken at relations, then at sums, where it is too wide.

import { beside } from '../../formulas/box.ts';
import type { Block, FormulaPart } from '../document/document.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import type { Setting } from '../page/setting.ts';
import { columns } from '../text/width.ts';
import type { BlockContext } from './block-context.ts';
import { blankLine, blanks, setText } from './text-lines.ts';

/** Columns that a line is indented by which goes on without a relation. */
const INDENT = 4;

/** The rows of a formula; undefined where it is unreadable, too wide, or shown as source. */
export function setFormula(
  { parts, text, line }: Extract<Block, { kind: 'formula' }>,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] | undefined {
  const { options } = setting;
  if (options.formulas === 'line' && line !== undefined) {
    const run = { text: line, style: options.theme.styles.text, source: text };
    return setText([run], frame, setting);
  }
  if (parts === undefined || options.formulas !== 'drawn') return undefined;
  const margin = Math.min(options.theme.codeIndent, Math.max(0, frame.width - 8));
  const rows = fitted(parts, frame.width - margin);
  if (rows === undefined) return undefined;
  const { offset } = setting;
  setting.offset += text.length + 1;
  const indent = blanks(margin);
  return rows.map((row): BrokenLine => {
    const shown = row.trimEnd();
    if (shown === '') return blankLine(offset);
    const runs = [indent, { text: shown, style: options.theme.styles.text, source: text }];
    return { runs, width: margin + columns(shown), join: 'end', offset };
  });
}

export function fitted(parts: readonly FormulaPart[], width: number): string[] | undefined {
  const whole = beside(parts);
  if (whole.width <= width) return [...whole.rows];
  return broken(parts, width, ['relation']) ?? broken(parts, width, ['relation', 'sum']);
}

/** Lines broken before parts that begin with one of `at`; relations stand under the first one. */
function broken(
  parts: readonly FormulaPart[],
  width: number,
  at: readonly FormulaPart['begins'][],
): string[] | undefined {
  const first = parts.findIndex(({ begins }) => begins === 'relation');
  const left = first < 0 ? 0 : beside(parts.slice(0, first)).width;
  // A long left side would leave no room to its right.
  const under = left <= width / 3 ? left : INDENT;
  const lines: { indent: number; parts: FormulaPart[] }[] = [];
  let used = 0;
  for (const [index, part] of parts.entries()) {
    const line = lines.at(-1);
    const fits = line !== undefined && used + part.width <= width;
    const isKept =
      line !== undefined &&
      (fits ? !startsAnew(parts, index, width - used, at) : !at.includes(part.begins));
    if (line !== undefined && isKept) {
      line.parts.push(part);
      used += part.width;
    } else {
      const indent = lines.length === 0 ? 0 : part.begins === 'relation' ? under : under + INDENT;
      lines.push({ indent, parts: [part] });
      used = indent + part.width;
    }
  }
  const boxes = lines.map(({ indent, parts: own }) => ({ indent, box: beside(own) }));
  if (boxes.some(({ indent, box }) => indent + box.width > width)) return undefined;
  const isTall = boxes.some(({ box }) => box.rows.length > 1);
  return boxes.flatMap(({ indent, box }, index) => [
    ...(index > 0 && isTall ? [''] : []),
    ...box.rows.map((row) => ' '.repeat(indent) + row),
  ]);
}

/** Whether a part and what follows up to the next place to break would not fit into what is left of the line. */
function startsAnew(
  parts: readonly FormulaPart[],
  index: number,
  left: number,
  at: readonly FormulaPart['begins'][],
): boolean {
  const isBreak = (part: FormulaPart) => at.includes(part.begins);
  if (!isBreak(parts[index]!)) return false;
  let need = parts[index]!.width;
  for (let next = index + 1; next < parts.length && !isBreak(parts[next]!); next++) {
    need += parts[next]!.width;
  }
  return need > left;
}
