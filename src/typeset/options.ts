// What setting a page depends on besides the document. All of it comes in as values.

import type { Theme } from './theme.ts';

export type LinkStyle = 'inline' | 'references' | 'none';
export type Hyphenation = 'auto' | 'always' | 'never';
export type TableStyle = 'auto' | 'grid' | 'stacked';

export interface TypesetOptions {
  /** Columns of the text itself, margins not counted; `Infinity` for one line a paragraph. */
  readonly width: number;
  readonly theme: Theme;
  /** `inline`: the address behind the text where the terminal has no hyperlinks. */
  readonly links: LinkStyle;
  /** Whether the terminal shows hyperlinks itself (OSC 8), so that no address need be printed. */
  readonly hyperlinks: boolean;
  readonly hyphenate: Hyphenation;
  readonly justify: boolean;
  readonly tables: TableStyle;
  /** BCP 47; decides hyphenation and the names of alerts. */
  readonly lang: string;
}
