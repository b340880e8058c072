// What stands around an article on a terminal: place and date above, neighbours below, the margin.

import { PLAIN } from '../typeset/look/style.ts';
import type { Theme } from '../typeset/look/theme.ts';
import type { Line, Run } from '../typeset/page/page.ts';
import { clip, columns } from '../typeset/text/width.ts';
import { lineOf } from './columns.ts';

export interface Neighbour {
  readonly command: string;
  readonly title: string;
}

export interface ArticleFrame {
  /** `KI und Wirtschaft`, where there is a series. */
  readonly series?: string;
  /** `2 von 3`. */
  readonly place?: string;
  /** `28. August 2024`, `3 Minuten`: the last is kept longest. */
  readonly facts: readonly string[];
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
}

export interface FrameOptions {
  readonly theme: Theme;
  /** Columns of the text, and blanks left of it. */
  readonly width: number;
  readonly margin: number;
}

const EMPTY = lineOf([]);
/** Blanks at least between what stands left and right in a header. */
const GAP = 2;

/** Place and date, then `front`. Too long, it loses its series down to 8 columns, then its date. */
export function frameHead(
  frame: ArticleFrame,
  front: readonly Line[],
  options: FrameOptions,
): readonly Line[] {
  const head = header(frame, options);
  return [
    EMPTY,
    ...moved(head, options),
    ...(head.length > 0 && front.length > 0 ? [EMPTY] : []),
    ...moved(front, options),
  ];
}

/** The lines below an article's body: its neighbours, and a blank line last. */
export function frameFoot(frame: ArticleFrame, options: FrameOptions): readonly Line[] {
  const foot = footer(frame, options);
  return [...(foot.length > 0 ? [EMPTY] : []), ...moved(foot, options), EMPTY];
}

export function moved(lines: readonly Line[], { margin }: FrameOptions): readonly Line[] {
  return margin === 0 ? lines : lines.map((line) => indent(line, margin));
}

/** Moves a line right by `margin` blanks; an empty line stays empty. */
export function indent(line: Line, margin: number): Line {
  if (line.runs.length === 0) return line;
  const blank: Run = { text: ' '.repeat(margin), style: PLAIN, decoration: true };
  return { ...line, runs: [blank, ...line.runs], width: line.width + margin };
}

function header(frame: ArticleFrame, { theme, width }: FrameOptions): readonly Line[] {
  const { signs, styles } = theme;
  const dot = ` ${signs.dot} `;
  const muted = (text: string): Run => ({ text, style: styles.muted });
  let facts = [...frame.facts];
  const tail = frame.place ? `${frame.series ? dot : ''}${frame.place}` : '';
  const left = (frame.series ?? '') + tail;
  if (left === '' && facts.length === 0) return [];
  if (!Number.isFinite(width)) return [lineOf([muted([left, ...facts].filter(Boolean).join(dot))])];
  const least = Math.min(columns(left), 8 + columns(tail));
  while (facts.length > 1 && least + GAP + columns(facts.join(dot)) > width) facts = facts.slice(1);
  const right = facts.join(dot);
  const room = width - (right === '' ? 0 : columns(right) + GAP);
  const series = clip(frame.series ?? '', room - columns(tail), signs.ellipsis);
  const shown = room - columns(tail) < 4 && frame.series ? (frame.place ?? '') : series + tail;
  const gap = width - columns(shown) - columns(right);
  return [lineOf([muted(shown === '' ? right : shown + ' '.repeat(Math.max(1, gap)) + right)])];
}

function footer({ previous, next }: ArticleFrame, { theme, width }: FrameOptions): readonly Line[] {
  const { signs, styles } = theme;
  const commandWidth = Math.max(columns(previous?.command ?? ''), columns(next?.command ?? ''));
  const line = (sign: string, neighbour: Neighbour | undefined): readonly Line[] => {
    if (!neighbour) return [];
    const lead = `${sign} ${neighbour.command.padEnd(commandWidth)}   `;
    const title = clip(neighbour.title, Math.max(8, width - columns(lead)), signs.ellipsis);
    return [lineOf([{ text: lead + title, style: styles.muted }])];
  };
  return [...line(signs.previous, previous), ...line(signs.next, next)];
}
