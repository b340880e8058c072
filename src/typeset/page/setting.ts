// What setting a page carries from block to block: options, links so far, the text's offset.

import type { Document } from '../document/document.ts';
import { MARK } from '../document/marks.ts';
import type { TypesetOptions } from '../look/options.ts';
import type { Style } from '../look/style.ts';
import type { Role } from '../look/theme.ts';
import type { LinkKind, PageLink } from './page.ts';

/** What `typeset` reads of a document; a piece of one has it as well. */
export type SetDocument = Pick<Document, 'links'>;

export interface Setting {
  readonly document: SetDocument;
  readonly options: TypesetOptions;
  /** The page's links so far; `line` is filled in when the page is closed. */
  readonly links: OpenLink[];
  /** Page link of each of the document's links that was met. */
  readonly linkOf: Map<number, number>;
  /** Addresses for `--links references`, as they are read. */
  readonly references: Map<string, { readonly number: number; readonly href: string }>;
  /** Characters of the block's text set so far. */
  offset: number;
  /** A style with marks laid over it, the same object each time. */
  readonly style: (base: Style, marks: number, link: boolean) => Style;
}

export type OpenLink = { -readonly [Key in keyof PageLink]: PageLink[Key] };

const ROLE_OF: readonly (readonly [number, Role])[] = [
  [MARK.strong, 'strong'],
  [MARK.emphasis, 'emphasis'],
  [MARK.code, 'code'],
  [MARK.deleted, 'deleted'],
  [MARK.inserted, 'inserted'],
  [MARK.underline, 'inserted'],
  [MARK.highlight, 'mark'],
  [MARK.keyboard, 'keyboard'],
  [MARK.image, 'image'],
];

export function openSetting(document: SetDocument, options: TypesetOptions): Setting {
  const { styles } = options.theme;
  const made = new WeakMap<Style, Map<number, Style>>();

  const lay = (base: Style, marks: number, link: boolean): Style => {
    let style: Style = base;
    for (const [mark, role] of ROLE_OF) {
      if ((marks & mark) === 0) continue;
      // Emphasis within italics stands upright, as in print.
      style =
        mark === MARK.emphasis && base.italic
          ? { ...style, italic: false }
          : { ...style, ...styles[role] };
    }
    return link ? { ...style, ...styles.link } : style;
  };

  return {
    document,
    options,
    links: [],
    linkOf: new Map(),
    references: new Map(),
    offset: 0,
    style(base, marks, link) {
      if (marks === 0 && !link) return base;
      let known = made.get(base);
      if (known === undefined) {
        known = new Map();
        made.set(base, known);
      }
      const key = link ? -1 - marks : marks;
      let style = known.get(key);
      if (style === undefined) {
        style = lay(base, marks, link);
        known.set(key, style);
      }
      return style;
    },
  };
}

export function addLink(setting: Setting, kind: LinkKind, href: string, text: string): number {
  return setting.links.push({ kind, href, text, line: 0 }) - 1;
}
