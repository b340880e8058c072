// A page's lines as bytes: SGR (ECMA-48 8.3.117), OSC 8, encoded pictures, no other escape.

import { Chalk, type ChalkInstance } from 'chalk';
import type { Color, Style } from '../look/style.ts';
import { sanitize } from '../text/sanitize.ts';
import type { Drawing, Line, PageLink, Run } from './page.ts';

export type ColorDepth = 'none' | '16' | '256' | 'truecolor';

export interface Painter {
  /** `none` keeps bold, italic and underline where `attributes` is set (NO_COLOR). */
  readonly depth: ColorDepth;
  /** Whether there are bold, italic, underline and the like at all; TERM=dumb has none. */
  readonly attributes: boolean;
  readonly hyperlinks: boolean;
}

interface Brush {
  readonly open: string;
  readonly close: string;
}

const CONTROL = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const LEVEL = { none: 1, '16': 1, '256': 2, truecolor: 3 } as const;
const BARE: Brush = { open: '', close: '' };
const brushes = new Map<string, WeakMap<Style, Brush>>();

/**
 * `line` as a string without a line end: each run opens and closes its own styles, so every line
 * stands alone.
 *
 * @param links the page's links; only http, https and mailto become hyperlinks, and articles whose
 *   address was made a `file:` URL by the caller
 */
export function paint(
  line: Pick<Line, 'runs'>,
  painter: Painter,
  links: readonly PageLink[] = [],
): string {
  let out = '';
  for (let i = 0; i < line.runs.length; i++) {
    const run = line.runs[i] as Run;
    const from = i;
    const { open, close } = brush(run.style, painter);
    let text = run.text;
    for (
      let next = line.runs[i + 1];
      next !== undefined &&
      next.style === run.style &&
      next.link === run.link &&
      next.drawing === undefined;
      next = line.runs[i + 1]
    ) {
      text += next.text;
      i++;
    }
    // Text was made harmless when it was parsed; whoever made runs some other way is caught here.
    if (CONTROL.test(text)) text = sanitize(text);
    const target =
      painter.hyperlinks && run.link !== undefined ? address(links[run.link]) : undefined;
    const painted = open + text + close;
    // One id for all runs of a link keeps it whole across lines (the OSC 8 note).
    out +=
      target === undefined
        ? painted
        : `\x1b]8;id=news-${run.link};${target}\x1b\\${painted}\x1b]8;;\x1b\\`;
    if (run.drawing !== undefined) out = drawn(out, painted, run.drawing, line.runs.slice(0, from));
  }
  return out;
}

/** `out`, which ends in what was `painted` for a run behind `left`, with what the terminal draws itself. */
function drawn(
  out: string,
  painted: string,
  { before = '', over }: Drawing,
  left: readonly Run[],
): string {
  const text = out.slice(0, out.length - painted.length) + before + painted;
  if (over === undefined) return text;
  // Left of a picture stand bars, bullets and blanks, all of them one column wide.
  const column = left.reduce((sum, run) => sum + run.text.length, 1);
  const up = over.up === 0 ? '' : `\x1b[${over.up}A`;
  // The cursor is put back (DECSC, DECRC): where a terminal leaves it after a picture differs.
  return `${text}\x1b7${up}\x1b[${column}G${over.escape}\x1b8`;
}

/** The address for OSC 8: printable ASCII, percent-encoded; undefined where a terminal should not follow it. */
function address(link: PageLink | undefined): string | undefined {
  if (link === undefined || !/^(?:https?|mailto|file):/i.test(link.href)) return undefined;
  return link.href.replace(/[^!-:<-~]/gu, (character) =>
    character === ';' ? '%3B' : encodeURIComponent(character),
  );
}

function brush(style: Style, painter: Painter): Brush {
  if (!painter.attributes) return BARE;
  const known = brushes.get(painter.depth) ?? new WeakMap<Style, Brush>();
  brushes.set(painter.depth, known);
  let made = known.get(style);
  if (made === undefined) {
    const [open = '', close = ''] = pen(style, painter.depth)('\0').split('\0');
    made = { open, close };
    known.set(style, made);
  }
  return made;
}

function pen(style: Style, depth: ColorDepth): ChalkInstance {
  let chalk: ChalkInstance = new Chalk({ level: LEVEL[depth] });
  if (style.bold) chalk = chalk.bold;
  if (style.dim) chalk = chalk.dim;
  if (style.italic) chalk = chalk.italic;
  if (style.underline) chalk = chalk.underline;
  if (style.strike) chalk = chalk.strikethrough;
  if (style.inverse) chalk = chalk.inverse;
  if (depth === 'none') return chalk;
  if (style.color !== undefined) chalk = foreground(chalk, style.color);
  if (style.background !== undefined) chalk = background(chalk, style.background);
  return chalk;
}

function foreground(chalk: ChalkInstance, color: Color): ChalkInstance {
  if (typeof color === 'number') return chalk.ansi256(color);
  return isHex(color) ? chalk.hex(color) : chalk[color];
}

function background(chalk: ChalkInstance, color: Color): ChalkInstance {
  if (typeof color === 'number') return chalk.bgAnsi256(color);
  if (isHex(color)) return chalk.bgHex(color);
  return chalk[`bg${color.charAt(0).toUpperCase()}${color.slice(1)}` as 'bgBlack'];
}

function isHex(color: Color): color is `#${string}` {
  return typeof color === 'string' && color.startsWith('#');
}
