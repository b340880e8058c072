// The addresses of a page, numbered, at its end.

import type { BlockContext } from './blocks/block-context.ts';
import { blankLine, blanks, hang, setText } from './blocks/text-lines.ts';
import type { BrokenLine } from './lines/paragraph.ts';
import type { Run } from './page/page.ts';
import { addLink, type Setting } from './page/setting.ts';
import { columns } from './text/width.ts';

/** The numbered addresses of what was set so far, under their heading. */
export function setReferences(frame: BlockContext, setting: Setting): BrokenLine[] {
  const { labels, theme } = setting.options;
  const room = columns(`[${setting.references.size}] `);
  const lines = setText(
    [{ text: labels.links, style: theme.styles.heading2, decoration: true }],
    frame,
    setting,
    true,
  );
  lines.push(blankLine(setting.offset));
  for (const [shown, { number, href }] of setting.references) {
    const link = addLink(
      setting,
      /^mailto:/i.test(href) ? 'mail' : /^https?:/i.test(href) ? 'web' : 'article',
      href,
      href,
    );
    const runs: Run[] = [{ text: shown, style: theme.styles.muted, link }];
    const first: Run = {
      text: `[${number}] `.padStart(room),
      style: theme.styles.muted,
      decoration: true,
    };
    const own = setText(runs, { ...frame, width: Math.max(1, frame.width - room) }, setting);
    for (const line of hang(own, [first], [blanks(room)], room)) lines.push(line);
  }
  return lines;
}
