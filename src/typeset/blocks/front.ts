// Title, summary, dateline and contents above an article.

import { type BrokenLine, setParagraph } from '../lines/paragraph.ts';
import { shapedText } from '../lines/punctuation.ts';
import { pushText } from '../lines/runs.ts';
import type { TypesetOptions } from '../look/options.ts';
import type { Style } from '../look/style.ts';
import type { Line, PageHeading, Run } from '../page/page.ts';
import { openSetting } from '../page/setting.ts';
import { sanitize } from '../text/sanitize.ts';
import { blankLine, blanks } from './text-lines.ts';

export interface Front {
  readonly title?: string;
  readonly summary?: string;
  /** A line under the title, shortened to nothing less than it is: date, minutes. */
  readonly dateline?: string;
}

/** Lines above an article belong to none of its blocks. */
const NO_BLOCK = -1;

/** Balanced title, muted dateline under it, summary after a blank line; `block` is -1. */
export function setFront(front: Front, options: TypesetOptions): Line[] {
  const { styles } = options.theme;
  const title = set(front.title, styles.title, options, 'balanced');
  const dateline = set(front.dateline, styles.muted, options, 'ragged');
  const summary = set(front.summary, styles.summary, options, 'ragged');
  const above = [...title, ...dateline];
  if (above.length === 0 || summary.length === 0) return [...above, ...summary];
  return [...above, blank(), ...summary];
}

/** Label, then a line for each heading, indented by depth; nothing without headings. */
export function setContents(headings: readonly PageHeading[], options: TypesetOptions): Line[] {
  if (headings.length === 0) return [];
  const { styles } = options.theme;
  const top = Math.min(...headings.map(({ depth }) => depth));
  const lines = [...set(options.labels.contents, styles.heading2, options, 'balanced'), blank()];
  for (const { depth, text } of headings) {
    const indent = Math.min((depth - top) * 2, Math.max(0, Math.floor(options.width / 3)));
    const own = set(text, styles.text, { ...options, width: options.width - indent - 2 }, 'ragged');
    own.forEach((line, i) => {
      // A heading's second line hangs.
      const room = indent + (i === 0 ? 0 : 2);
      lines.push(
        room === 0
          ? line
          : { ...line, runs: [blanks(room), ...line.runs], width: line.width + room },
      );
    });
  }
  return lines;
}

function set(
  text: string | undefined,
  style: Style,
  options: TypesetOptions,
  shape: 'ragged' | 'balanced',
): Line[] {
  const clean = sanitize(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean === '') return [];
  const { punctuation } = options;
  const shown = punctuation === undefined ? clean : shapedText(clean, punctuation);
  const runs: Run[] = [];
  pushText(runs, shown, style, {}, openSetting({ links: [] }, options));
  const { width, lang } = options;
  const lines: readonly BrokenLine[] = setParagraph(runs, {
    width: Math.max(1, width),
    hyphenate: 'never',
    justify: false,
    lang,
    shape,
  });
  return lines.map((line) => ({ ...line, block: NO_BLOCK }));
}

function blank(): Line {
  return { ...blankLine(0), block: NO_BLOCK };
}
