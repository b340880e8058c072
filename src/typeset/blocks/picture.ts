// A paragraph that is one picture: its rows stand before its pixels are there, and its caption under them.

import type { DocumentLink, Spans } from '../document/document.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { pushText } from '../lines/runs.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import { clip, columns } from '../text/width.ts';
import type { BlockContext } from './block-context.ts';

/** The one picture that spans consist of, or undefined. */
function onlyPicture(spans: Spans, links: readonly DocumentLink[]): DocumentLink | undefined {
  const first = spans[0]?.image;
  if (first === undefined || spans.some(({ image }) => image !== first)) return undefined;
  return links[first];
}

/** A picture alone in its paragraph, and its caption (title, else text); undefined where not drawn. */
export function setPicture(
  spans: Spans,
  frame: BlockContext,
  setting: Setting,
): { readonly rows: readonly BrokenLine[]; readonly caption: readonly Run[] } | undefined {
  const { pictures, theme } = setting.options;
  if (pictures === undefined) return undefined;
  const link = onlyPicture(spans, setting.document.links);
  const fit = link === undefined ? undefined : pictures(link.href, frame.width);
  if (link === undefined || fit === undefined) return undefined;
  const text = spans.map((span) => span.text).join('');
  const { offset } = setting;
  const rows = Array.from({ length: fit.rows }, (_, row): BrokenLine => {
    // Until its pixels are there, a sign stands in the corner.
    const shown = row === 0 ? clip(theme.signs.image, fit.columns, '') : '';
    const run: Run = {
      text: shown + ' '.repeat(fit.columns - columns(shown)),
      style: theme.styles.muted,
      decoration: true,
      picture: { href: link.href, row, ...fit },
    };
    return { runs: [run], width: fit.columns, join: 'end', offset };
  });
  const caption: Run[] = [];
  const style = { ...theme.styles.muted, italic: true } as const;
  pushText(caption, link.title ?? text, style, {}, setting);
  return { rows, caption };
}
