// A page -> an article: what it says about itself, what of it is the article, and that as Markdown.

import type { IncomingArticle, IncomingPicture, Intake } from '../incoming.ts';
import { headOf } from './facts/head.ts';
import { factsOf, type PageFacts } from './facts/metadata.ts';
import { neighboursOf } from './facts/neighbours.ts';
import { all, resolved, type Tree, textOf, treeOf } from './tree/dom.ts';
import { articleOf } from './tree/extract.ts';
import { refusalOf, seenOf } from './tree/refusal.ts';
import { type Piece, sieved } from './tree/sieve.ts';
import { trim } from './tree/trim.ts';
import { openWriting } from './write-markdown.ts';

/** Some hundred thousand rows, or all of a standard: more is refused rather than cut. */
const MOST_ELEMENTS = 600_000;

export interface PageOrigin {
  /** Where the page came from, absolute: what its own addresses are relative to. */
  readonly address?: string;
}

/** The article of a page, or why it has none (login, wall, list, shell, size). Linear; never throws. */
export function readPage(page: string, { address }: PageOrigin): Intake<IncomingArticle> {
  const head = headOf(page);
  if (head.elements > MOST_ELEMENTS) return { kind: 'refused', reason: 'large' };
  const base = address ?? head.links.get('canonical')?.[0];
  const pieces = sieved(page);
  const piece = pieces.next().value as Piece;
  const tree = treeOf(piece.markup, base, head.base);
  const facts = factsOf(head, tree, address);
  const neighbours = neighboursOf(head, tree);
  const writing = openWriting(tree.baseURI);
  const prepared = writing.prepare(tree, piece);
  const second = pieces.next();
  if (!second.done) {
    // Too much of it for a choice: all but what is plainly none of the article.
    const write = (of: ReturnType<typeof writing.prepare>, ends: Parameters<typeof trim>[2]) =>
      of.write(withoutFrame(of.tree), (body) => trim(body, facts, ends));
    write(prepared, 'start');
    let next: IteratorResult<Piece> = second;
    for (; !next.done; next = pieces.next()) {
      write(writing.prepare(treeOf(next.value.markup, base, head.base), next.value), 'none');
    }
    const { markdown, pictures } = writing.end();
    if (markdown === '') return { kind: 'refused', reason: 'empty' };
    return { kind: 'read', value: articleFrom(facts, neighbours, markdown, pictures) };
  }
  const seen = seenOf(tree, page);
  const chosen = articleOf(tree);
  const reason = refusalOf(seen, textOf(chosen));
  if (reason !== undefined || chosen === undefined)
    return { kind: 'refused', reason: reason ?? 'empty' };
  prepared.write(chosen, (body) => trim(body, facts));
  const { markdown, pictures } = writing.end();
  if (markdown === '') return { kind: 'refused', reason: seen.isIndex ? 'links' : 'empty' };
  return { kind: 'read', value: articleFrom(facts, neighbours, markdown, pictures) };
}

/**
 * A piece of HTML (an item of a feed, a chapter) as Markdown, with nothing chosen or taken out of it. Links to
 * what `leads` does not know are their text.
 */
export function readFragment(
  html: string,
  { address, leads }: PageOrigin & { readonly leads?: (address: string) => boolean },
): { readonly markdown: string; readonly pictures: readonly IncomingPicture[] } {
  const base = address ?? 'about:blank';
  const writing = openWriting(base);
  for (const piece of sieved(html)) {
    const { tree, write } = writing.prepare(treeOf(piece.markup, base, undefined), piece);
    for (const link of leads ? all(tree, 'a[href]') : []) {
      const to = resolved(link.getAttribute('href') ?? '', base);
      if (to === undefined || !leads?.(to)) link.removeAttribute('href');
    }
    write(tree.body);
  }
  return writing.end();
}

const FRAME =
  'nav, aside, footer, form, [role="navigation"], [role="contentinfo"], .sidebar, #sidebar, .navbox, .menu, #menu, .comments, #comments, .cookie-banner, .share-buttons, .related';

function withoutFrame(tree: Tree): Element {
  for (const element of all(tree, FRAME)) element.remove();
  return tree.body;
}

function articleFrom(
  facts: PageFacts,
  neighbours: Pick<IncomingArticle, 'previous' | 'next'>,
  markdown: string,
  pictures: readonly IncomingPicture[],
): IncomingArticle {
  const { title, authors, date, updated, lang, summary, source, tags } = facts;
  // A summary that is only the beginning of the text says nothing that the text does not.
  const start = markdown.slice(0, 400).replace(/\s+/g, ' ');
  const isOwn =
    summary !== undefined && !start.startsWith(summary.replace(/(?:…|\.\.\.)$/, '').slice(0, 80));
  return {
    ...(title === undefined ? {} : { title }),
    authors,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    ...(lang === undefined ? {} : { lang }),
    ...(summary !== undefined && isOwn ? { summary } : {}),
    ...(source === undefined ? {} : { source }),
    tags,
    markdown,
    pictures,
    ...neighbours,
  };
}
