// How headings look, and how far apart blocks stand.

import type { Block } from '../document/document.ts';
import { PLAIN } from '../look/style.ts';
import type { Role, Theme } from '../look/theme.ts';

/** Blank lines between two blocks that follow each other. A heading is nearer to what it heads. */
export function gap(above: Block, below: Block, tight: boolean, theme: Theme): number {
  if (above.kind === 'heading') {
    if (below.kind === 'heading' || above.depth <= 2) return 1;
    // Only a heading that looks like one may stand right on its text.
    return theme.styles[headingRole(above.depth)] === PLAIN ? 1 : 0;
  }
  if (below.kind === 'heading') return below.depth <= 2 ? 2 : 1;
  if (tight && (above.kind === 'list' || below.kind === 'list')) return 0;
  return 1;
}

/** The role of a heading: a document's own first level looks like the second, since its title stands above. */
export function headingRole(depth: number): Role {
  return depth <= 2 ? 'heading2' : depth === 3 ? 'heading3' : 'heading4';
}
