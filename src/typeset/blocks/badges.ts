// A row of badges, as READMEs begin with: one quiet line of their names.

import type { Span, Spans } from '../document/document.ts';
import { MARK } from '../document/marks.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { toRuns } from '../lines/runs.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import type { BlockContext } from './block-context.ts';
import { setText } from './text-lines.ts';

/** Whether spans are several pictures of the web and nothing else. */
export function isBadges(spans: Spans, { document }: Setting): boolean {
  const pictures = spans.filter(isPicture);
  return (
    pictures.length > 1 &&
    spans.every((span) => isPicture(span) || span.text.trim() === '') &&
    pictures.every(({ image }) => image !== undefined && document.links[image]?.kind === 'web')
  );
}

const isPicture = ({ marks = 0 }: Span): boolean => (marks & MARK.image) !== 0;

export function setBadges(spans: Spans, frame: BlockContext, setting: Setting): BrokenLine[] {
  const { theme } = setting.options;
  const { muted } = theme.styles;
  const dot: Run = { text: ` ${theme.signs.dot} `, style: muted, decoration: true };
  // Where a badge leads is followed, not read.
  const quiet: Setting = { ...setting, options: { ...setting.options, links: 'none' } };
  const runs = spans.filter(isPicture).flatMap(({ text, link, image }, index): Run[] => {
    const target = link ?? image;
    const name: Span = { text, ...(target === undefined ? {} : { link: target }) };
    const own = toRuns([name], muted, quiet).map((run) => ({ ...run, style: muted }));
    return index === 0 ? own : [dot, ...own];
  });
  return setText(runs, frame, setting);
}
