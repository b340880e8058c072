// A theme names what things are (roles) and gives each a style, and the signs that carry structure.

import type { Style } from './style.ts';

export type Role =
  | 'title'
  | 'summary'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'text'
  | 'muted'
  | 'link'
  | 'code'
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'inserted'
  | 'mark'
  | 'keyboard'
  | 'quote'
  | 'quoteBar'
  | 'bullet'
  | 'rule'
  | 'tableHead'
  | 'image'
  | 'noteMark'
  | 'removed'
  | 'selection'
  | 'noted'
  | 'hit'
  | 'currentHit'
  | 'alertNote'
  | 'alertTip'
  | 'alertImportant'
  | 'alertWarning'
  | 'alertCaution'
  | 'syntaxKeyword'
  | 'syntaxString'
  | 'syntaxNumber'
  | 'syntaxComment'
  | 'syntaxName'
  | 'syntaxType'
  | 'syntaxAdded'
  | 'syntaxRemoved';

/** The signs that carry structure; each theme has a Unicode and an ASCII set. */
export interface Signs {
  /** By depth, repeated beyond the last. */
  readonly bullets: readonly string[];
  readonly taskOpen: string;
  readonly taskDone: string;
  readonly quoteBar: string;
  readonly image: string;
  readonly rule: string;
  readonly tableRule: string;
  /** Under a heading of the first level; none where it is empty. */
  readonly headingRule: string;
  readonly ellipsis: string;
  readonly previous: string;
  readonly next: string;
  readonly dot: string;
  /** What stands for something removed because it could act on the terminal. */
  readonly removed: string;
  /** Marks a code line that goes on in the next. */
  readonly wrap: string;
  /** Footnote marks as superscript digits; otherwise `[1]`. */
  readonly superscript: boolean;
  /** In lists: an article read, one begun, and one that was only opened. */
  readonly read: string;
  readonly begun: string;
  readonly star: string;
  readonly note: string;
  readonly opened: string;
}

export interface Theme {
  readonly name: string;
  readonly styles: Readonly<Record<Role, Style>>;
  readonly signs: Signs;
  /** Columns that code blocks stand in; none where their lines must stay as they are. */
  readonly codeIndent: number;
}
