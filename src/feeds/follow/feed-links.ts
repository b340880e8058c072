// The feeds that a page names.

import { Parser } from 'htmlparser2';
import { addressOf } from '../parse/links.ts';
import { lineOfText } from '../parse/text.ts';

export interface FeedLink {
  readonly url: string;
  /** Empty where the page gives none. */
  readonly title: string;
}

const TYPES =
  /^(?:application\/(?:rss|atom|feed|rdf)\+(?:xml|json)|application\/json|text\/xml|application\/xml)$/;
const LIKE_A_FEED =
  /(?:^|[/._-])(?:feed|feeds|rss|rss2|atom|index\.rdf)(?:\.xml|\.rss|\.json|\.php)?\/?$|\.(?:rss|atom)$/i;
const MOST = 20;

/** The feeds of an HTML page at `base`, as its head names them; else those its links look like. */
export function feedLinks(html: string, base: string | undefined): FeedLink[] {
  const named = new Map<string, FeedLink>();
  const guessed = new Map<string, FeedLink>();
  let root = base;
  const add = (to: Map<string, FeedLink>, href: string | undefined, title = ''): void => {
    const url = addressOf(href, root);
    if (url !== undefined && !to.has(url) && to.size < MOST) {
      to.set(url, { url, title: lineOfText(title) });
    }
  };
  const parser = new Parser({
    onopentag(name, { href, rel = '', type = '', title }) {
      if (name === 'base' && href !== undefined) root = addressOf(href, base) ?? root;
      const relations = rel.toLowerCase().split(/\s+/);
      const isFeed =
        relations.includes('feed') ||
        (relations.includes('alternate') && TYPES.test(type.trim().toLowerCase()));
      if (name === 'link' && isFeed) add(named, href, title);
      if (name === 'a' && href !== undefined && LIKE_A_FEED.test(href.split(/[?#]/)[0] ?? '')) {
        add(guessed, href, title);
      }
    },
  });
  parser.end(html);
  // The feed of a page's comments is nobody's first wish.
  const isMinor = ({ url, title }: FeedLink): boolean =>
    /comment|kommentar/i.test(`${url} ${title}`);
  return [...(named.size > 0 ? named : guessed).values()].sort(
    (a, b) => Number(isMinor(a)) - Number(isMinor(b)),
  );
}
