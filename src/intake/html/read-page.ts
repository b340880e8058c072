// A page -> an article: what it says about itself, what of it is the article, and that as Markdown.

import type { Root } from 'mdast';
import type { IncomingArticle, IncomingPicture, Intake } from '../incoming.ts';
import { headOf, type PageHead } from './facts/head.ts';
import { factsOf, type PageFacts } from './facts/metadata.ts';
import { settleCode } from './parts/code.ts';
import { type PageNote, takeNotes } from './parts/footnotes.ts';
import { keepFormulas } from './parts/formulas.ts';
import { settlePictures } from './parts/pictures.ts';
import { Tokens } from './parts/tokens.ts';
import { all, resolved, type Tree, textOf, treeOf } from './tree/dom.ts';
import { articleOf } from './tree/extract.ts';
import { hastOf } from './tree/hast.ts';
import { markdownOf, mdastOf } from './tree/markdown.ts';
import { refusalOf, seenOf } from './tree/refusal.ts';
import { sieved } from './tree/sieve.ts';
import { trim } from './tree/trim.ts';

export interface PageOrigin {
  /** Where the page came from, absolute: what its own addresses are relative to. */
  readonly address?: string;
}

/**
 * The article of a page. Refused where the page is none: a login, a wall, a list of links, an empty shell. Time
 * and memory are linear in the page up to a limit of elements; never throws for what a page holds.
 */
export function readPage(page: string, { address }: PageOrigin): Intake<IncomingArticle> {
  const head = headOf(page);
  const tree = treeOf(sieved(page), address ?? head.links.get('canonical')?.[0], head.base);
  const facts = factsOf(head, tree, address);
  const neighbours = neighboursOf(head, tree);
  const tokens = new Tokens(page);
  keepFormulas(tree, tokens);
  const notes = takeNotes(tree, tokens);
  settlePictures(tree);
  settleCode(tree);
  const seen = seenOf(tree, page);
  const chosen = articleOf(tree);
  const reason = refusalOf(seen, textOf(chosen));
  if (reason !== undefined || chosen === undefined)
    return { kind: 'refused', reason: reason ?? 'empty' };
  const base = tree.baseURI;
  const body = trim(mdastOf(hastOf(chosen, base)), facts);
  const { markdown, pictures } = written(body, notes, tokens, base);
  if (markdown === '') return { kind: 'refused', reason: seen.isIndex ? 'links' : 'empty' };
  return { kind: 'read', value: articleFrom(facts, neighbours, markdown, pictures) };
}

/** A piece of HTML (an item of a feed, a chapter) as Markdown, with nothing chosen or taken out of it. */
export function readFragment(
  html: string,
  { address }: PageOrigin,
): { readonly markdown: string; readonly pictures: readonly IncomingPicture[] } {
  const tree = treeOf(sieved(html), address, undefined);
  const tokens = new Tokens(html);
  keepFormulas(tree, tokens);
  const notes = takeNotes(tree, tokens);
  settlePictures(tree);
  settleCode(tree);
  return written(mdastOf(hastOf(tree.body, tree.baseURI)), notes, tokens, tree.baseURI);
}

/** A tree and its notes as Markdown, headings below the title's level, and the pictures in it. */
function written(body: Root, notes: readonly PageNote[], tokens: Tokens, base: string) {
  lowerHeadings(body);
  const parts = [tokens.restored(displayed(markdownOf(body), tokens))];
  for (const { label, body: note } of notes) {
    if (!parts[0]!.includes(`[^${label}]`)) continue;
    const own = tokens.restored(markdownOf(mdastOf(hastOf(note, base))));
    if (own !== '') parts.push(`[^${label}]: ${own.replace(/\n(?=.)/g, '\n    ')}`);
  }
  const markdown = parts.join('\n\n').trim();
  return { markdown, pictures: picturesOf(body) };
}

/** Formulas on lines of their own, where they are alone in their paragraph. */
function displayed(markdown: string, tokens: Tokens): string {
  if (tokens.count === 0) return markdown;
  return markdown
    .split('\n\n')
    .map((block) => tokens.alone(block) ?? block)
    .join('\n\n');
}

function lowerHeadings(body: Root): void {
  const headings = body.children.filter((block) => block.type === 'heading');
  const least = Math.min(6, ...headings.map(({ depth }) => depth));
  const shift = 2 - least;
  for (const heading of headings) {
    heading.depth = Math.max(2, Math.min(6, heading.depth + shift)) as typeof heading.depth;
  }
}

function picturesOf(body: Root): IncomingPicture[] {
  const found = new Map<string, IncomingPicture>();
  const visit = (node: Root | Root['children'][number]): void => {
    const inner = node as unknown as {
      type: string;
      url?: string;
      alt?: string | null;
      children?: never[];
    };
    if (inner.type === 'image' && inner.url) {
      found.set(inner.url, { address: inner.url, alt: inner.alt ?? '' });
    }
    for (const child of inner.children ?? []) visit(child);
  };
  visit(body);
  return [...found.values()];
}

/** The pages before and after, by `rel` or by a link that says so. */
function neighboursOf(head: PageHead, tree: Tree): Pick<IncomingArticle, 'previous' | 'next'> {
  const base = tree.baseURI;
  const own = resolved(base, undefined);
  const find = (relation: string, word: RegExp) => {
    const said =
      head.links.get(relation)?.[0] ??
      tree.querySelector(`a[rel~="${relation}"]`)?.getAttribute('href');
    const shown = () =>
      all(tree, 'a[href]')
        .slice(0, 3000)
        .find((link) => word.test(textOf(link)) || word.test(link.getAttribute('title') ?? ''));
    const link = said === undefined || said === null ? shown() : undefined;
    const address = resolved(said ?? link?.getAttribute('href') ?? '', base);
    const isNear = address !== undefined && address !== own && sameSite(address, base);
    return isNear ? { address } : undefined;
  };
  const next = find(
    'next',
    /^(?:weiter|nächste(?:r|s)?(?: (?:seite|kapitel|teil|artikel|beitrag))?|next(?: (?:page|chapter|part|article|post))?|vor)\s*[›»→>]*$/i,
  );
  const previous = find(
    'prev',
    /^[‹«←<]*\s*(?:zurück|vorherige(?:r|s)?(?: (?:seite|kapitel|teil|artikel|beitrag))?|prev(?:ious)?(?: (?:page|chapter|part|article|post))?)$/i,
  );
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

function sameSite(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).host === new URL(b).host;
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
