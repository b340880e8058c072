// Notes as a Markdown document: quotes under their articles, with link and date.

import { escapeInline, escapeStart } from '../../intake/text/escape.ts';
import type { NotingWords } from '../../messages/noting.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';
import type { NotedArticle, PlacedNote } from './noted.ts';

interface Wording {
  readonly words: NotingWords;
  readonly language: string;
  readonly date: (iso: string) => string;
  readonly series: (key: string) => string;
}

export function notesDocument(articles: readonly NotedArticle[], wording: Wording): string {
  const { words, language } = wording;
  const parts = articles.map((article) => articlePart(article, wording));
  return `---\ntitle: ${words.title}\nlang: ${language}\n---\n\n${parts.join('\n')}`;
}

function articlePart(article: NotedArticle, wording: Wording): string {
  const { title, source, card, id, notes } = article;
  const { date, series, words } = wording;
  const name = line(title);
  const heading =
    source === undefined ? name : `[${name}](<${source.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  const facts = [
    ...(card === undefined ? [words.noArticle] : [line(series(card.series))]),
    ...(card?.date === undefined ? [] : [line(date(card.date))]),
    `\`${id.replace(/[`\s]+/g, ' ')}\``,
  ];
  const quotes = notes.map((note) => notePart(note, card !== undefined, wording));
  return `## ${heading}\n\n${facts.join(' · ')}\n\n${quotes.join('\n')}`;
}

function notePart(
  { quote, text, made, orphaned }: PlacedNote,
  isThere: boolean,
  wording: Wording,
): string {
  const { words, date } = wording;
  const gone = orphaned && isThere ? ` · ${words.gone}` : '';
  const said = text === undefined ? '' : `${paragraphs(text).join('\n\n')}\n\n`;
  const cited = paragraphs(quote.exact).map((one) => one.replace(/^/gm, '> '));
  return `${cited.join('\n>\n')}\n\n${said}*${line(date(made))}${gone}*\n`;
}

const line = (text: string): string => escapeInline(sanitize(text).replace(/\s+/g, ' ').trim());

/** Plain text as paragraphs of Markdown. */
const paragraphs = (text: string): string[] =>
  sanitize(text)
    .split(/\n+/)
    .map((one) => escapeStart(line(one)))
    .filter((one) => one !== '');
