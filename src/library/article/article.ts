// One article from its text: fields, title, words, faults. Does not know where the file lies in a library.

import type { Card } from './card.ts';
import { cleanLine } from './clean.ts';
import type { Fault } from './fault.ts';
import type { FrontMatter } from './fields.ts';
import { NO_FIELDS, readFrontMatter, readQuickly, splitFrontMatter } from './front-matter.ts';
import { linksIn } from './markdown/links.ts';
import { tagsIn } from './markdown/tags.ts';
import { titleHeading } from './markdown/title-heading.ts';
import { countMarkdownWords, countWords, plainText, readingMinutes } from './markdown-text.ts';
import { parseFileName } from './slug.ts';

export interface Article {
  readonly fields: FrontMatter;
  readonly title: string;
  readonly titleFrom: Card['titleFrom'];
  /** The Markdown without front matter, and the line of the file it begins on. */
  readonly body: string;
  readonly bodyLine: number;
  /** The body's words as a reader sees them; found when first asked for, as are their count and the minutes. */
  readonly text: string;
  readonly words: number;
  readonly minutes: number;
  /** Where its text links to, other files alone; found when first asked for. */
  readonly links: readonly string[] | undefined;
  readonly faults: readonly Fault[];
}

/** Reads an article from its text; `fileName` gives the title where nothing else does. Never throws. */
export async function readArticle(text: string, fileName: string): Promise<Article> {
  const quick = readArticleQuickly(text, fileName);
  if (quick) return quick;
  const split = splitFrontMatter(text);
  const { fields, faults } = await readFrontMatter(split.matter ?? '', split.toml);
  return articleOf(split, fields, split.open ? [OPEN, ...faults] : faults, fileName);
}

const OPEN: Fault = { code: 'front-matter-open', line: 1, column: 1 };

/** The same without waiting, or undefined where the front matter needs the full parser. */
export function readArticleQuickly(text: string, fileName: string): Article | undefined {
  const split = splitFrontMatter(text);
  if (split.toml) return undefined;
  const fields = split.matter === undefined ? NO_FIELDS : readQuickly(split.matter);
  const faults: readonly Fault[] = split.open ? [OPEN] : [];
  return fields && articleOf(split, fields, faults, fileName);
}

function articleOf(
  { body, bodyLine }: { readonly body: string; readonly bodyLine: number },
  fields: FrontMatter,
  faults: readonly Fault[],
  fileName: string,
): Article {
  let text: string | undefined;
  let words: number | undefined;
  const tags = tagsIn(body);
  return {
    ...titleOf(fields, body, fileName),
    fields:
      tags.length === 0 ? fields : { ...fields, tags: [...new Set([...fields.tags, ...tags])] },
    body,
    bodyLine,
    faults,
    get text() {
      text ??= plainText(body);
      return text;
    },
    get words() {
      words ??= text === undefined ? countMarkdownWords(body) : countWords(text);
      return words;
    },
    get minutes() {
      return readingMinutes(this.words);
    },
    get links() {
      return linksIn(body);
    },
  };
}

function titleOf(
  fields: FrontMatter,
  body: string,
  fileName: string,
): { readonly title: string; readonly titleFrom: Card['titleFrom'] } {
  if (fields.title !== undefined) return { title: fields.title, titleFrom: 'front-matter' };
  const heading = cleanLine(titleHeading(body) ?? '');
  if (heading !== '') return { title: heading, titleFrom: 'heading' };
  return { title: titleFromFile(fileName), titleFrom: 'file' };
}

/** A file name made a title: `02-klarna-baut-ab.md` is `Klarna baut ab`; a day stays as it is. */
export function titleFromFile(fileName: string): string {
  const { slug, date } = parseFileName(fileName);
  if (slug === date) return slug;
  const words = slug.replace(/[-_\s]+/g, ' ').trim() || slug;
  return words.charAt(0).toLocaleUpperCase('de') + words.slice(1);
}

/** The card of a file by its path, or of standard input (`-`), with no id and no series. */
export function looseCard(
  article: Article,
  path: string,
  fileName: string,
  title = article.title,
): Card {
  const { authors, tags, draft, ...others } = article.fields;
  return {
    ...others,
    id: '',
    slug: parseFileName(fileName).slug,
    series: '',
    number: 1,
    title,
    titleFrom: article.titleFrom,
    authors,
    tags,
    draft,
    path,
    get words() {
      return article.words;
    },
    get minutes() {
      return article.minutes;
    },
  };
}
