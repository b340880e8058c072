// What setting a page depends on besides the document. All of it comes in as values.

import type { Theme } from './theme.ts';

export type LinkStyle = 'inline' | 'references' | 'none';
export type Hyphenation = 'auto' | 'always' | 'never';
export type TableStyle = 'auto' | 'grid' | 'stacked';

export interface TypesetOptions {
  /** Columns of the text itself, margins not counted; `Infinity` for one line a paragraph. */
  readonly width: number;
  /** Columns that code and tables may have from the same left edge, where these are more. */
  readonly wide?: number;
  readonly theme: Theme;
  /** `inline`: the address behind the text where the terminal has no hyperlinks. */
  readonly links: LinkStyle;
  /** Whether the terminal shows hyperlinks itself (OSC 8), so that no address need be printed. */
  readonly hyperlinks: boolean;
  readonly hyphenate: Hyphenation;
  readonly justify: boolean;
  readonly tables: TableStyle;
  /** Whether a grid that has too little room may be wider than it: who shows it moves it. */
  readonly pans?: true;
  /** `drawn`: in two dimensions where they stand alone; `line`: in one line of signs; without it, their source. */
  readonly formulas?: 'drawn' | 'line';
  /** Whether diagrams are drawn; without it their source is shown. */
  readonly diagrams?: 'drawn';
  /** The article's language (BCP 47), else the reader's. */
  readonly lang: string;
  /** Typewriter punctuation is shown as this language (BCP 47) prints it; without it, as written. */
  readonly punctuation?: string;
  /** `none` leaves footnotes and their marks out: for counting and for speech. */
  readonly notes?: 'listed' | 'none';
  /** Where a relative link leads; behind the text of a link that it knows no address is printed. */
  readonly resolve?: (href: string) => ResolvedLink | undefined;
  /** Cells of the picture at an address within a width; undefined where it is not drawn. */
  readonly pictures?: (
    href: string,
    columns: number,
  ) => { readonly columns: number; readonly rows: number } | undefined;
  /** Words of the interface that stand in a page, in the reader's language. */
  readonly labels: Labels;
}

/** A file of the library by its `file:` URL, an article by its id too, which stands in a list of addresses. */
export interface ResolvedLink {
  readonly address: string;
  readonly id?: string;
}

/** Words that setting a page adds to the article's own. */
export interface Labels {
  readonly note: string;
  readonly tip: string;
  readonly important: string;
  readonly warning: string;
  readonly caution: string;
  readonly contents: string;
  /** Heading over the numbered addresses, `--links references`. */
  readonly links: string;
}
