// A Markdown file as an article: its front matter's fields, and the first heading as its title.

import { readArticle } from '../../library/article/article.ts';
import { matterValues } from '../../library/write/article-text.ts';
import type { IncomingArticle, IncomingPicture } from '../incoming.ts';
import { languageOf } from '../language.ts';

const PICTURE = /!\[((?:\\.|[^\]\\]){0,1000})\]\(<?([^\s<>()]{1,2000})>?/g;

/** Reads a Markdown text. A file that has no title has none here. Never throws. */
export async function readMarkdown(text: string): Promise<IncomingArticle> {
  const { fields, title, titleFrom, body } = await readArticle(
    text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
    'x.md',
  );
  const { date, updated, lang, summary, source } = fields;
  const { previous, next } = matterValues(text, ['previous', 'next']);
  const known = lang ?? languageOf(body);
  return {
    ...(titleFrom === 'file' ? {} : { title }),
    authors: fields.authors,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    ...(known === undefined ? {} : { lang: known }),
    ...(summary === undefined ? {} : { summary }),
    ...(source === undefined ? {} : { source: source.url }),
    ...(previous === undefined ? {} : { previous: { title: previous } }),
    ...(next === undefined ? {} : { next: { title: next } }),
    tags: fields.tags,
    markdown: titleFrom === 'heading' ? withoutTitle(body) : body.trim(),
    pictures: picturesOf(body),
  };
}

/** The body without the heading of the first level that it begins with. */
function withoutTitle(body: string): string {
  return body.replace(/^\s*(?:# [^\n]*(?:\n|$)|[^\n]+\n=+[ \t]*(?:\n|$))/, '').trim();
}

function picturesOf(body: string): IncomingPicture[] {
  const found = new Map<string, IncomingPicture>();
  for (const [, alt = '', address = ''] of body.matchAll(PICTURE)) {
    if (/^(?:https?|data):/i.test(address)) found.set(address, { address, alt });
  }
  return [...found.values()];
}
