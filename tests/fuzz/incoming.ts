// What must hold for whatever comes in as a text or a list: harmless in its file, with the fields it had,
// and nothing but web addresses.

import fc from 'fast-check';
import { renamed } from '../../src/intake/collect/pictures.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { readText } from '../../src/intake/text/read-text.ts';
import { slugFor } from '../../src/library/write/names.ts';
import { hostileText, markdownText, matterText } from './generators.ts';
import { keptArticle, must } from './kept-article.ts';

/** Lines as a text has them: words, items, labels of neighbours, rules, columns. */
const line = fc.oneof(
  hostileText,
  fc.constantFrom(
    '',
    '',
    'Ein Absatz mit ein paar Worten, der bis zum Rand der Zeile geht und weiter',
    'und eine Zeile, die ihn fortsetzt, mit Wort-',
    'teilen und einem Ende.',
    '- ein Punkt',
    '  * darunter',
    '1. erstens',
    '12) zwölftens',
    '> ein Zitat',
    '>> tiefer',
    '=====',
    '-----',
    'a  b   c',
    'x\ty',
    'x | y',
    '    code();',
    'Von Anna Beispiel',
    '28. August 2024',
    'Subject: Betreff',
    'From: A <a@b>',
    'Zurück',
    'Weiter',
    'Next: Titel',
    '-- ',
    'https://example.org/a_b*c',
  ),
);
export const plainText = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

/** A text becomes an article whose file says what it should and nothing else. */
export async function textToArticle(text: string): Promise<void> {
  const read = readText(text);
  if (read.kind === 'refused') return;
  const { article, fields } = await keptArticle(read.value, 'name', ['eins, zwei', '#3']);
  must(fields.tags.length === 2 && fields.tags[0] === 'eins, zwei', 'tags');
  const slug = slugFor(article.title);
  must(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(slug), `a slug: ${slug}`);
  must(Buffer.byteLength(slug) < 100, 'a slug is short');
}

/** Bytes of any kind become an article, a list of web addresses, or nothing. */
export async function bytesToDocument(bytes: Uint8Array): Promise<void> {
  const document = await readDocument(bytes, { address: 'https://example.org/' });
  if (document.kind !== 'list') return;
  for (const { address, tags } of document.entries) {
    must(/^https?:/i.test(address) && URL.canParse(address), address);
    must(
      tags.every((tag) => tag !== ''),
      'tags have names',
    );
  }
}

const cell = fc.oneof(
  hostileText,
  fc.constantFrom('https://a.example/1', '"', '"a"', '', 'archive'),
);
const rows = fc.array(fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')));
export const listBytes = fc
  .oneof(
    rows.map((lines) => ['title,url,tags', ...lines].join('\n')),
    rows.map(
      (lines) =>
        `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="${lines.join('">x</A><H3>')}`,
    ),
    rows.map((lines) => `<opml><outline url="${lines.join('"/><outline text="')}`),
    fc.json().map((json) => `[{"url":"https://a.example"},${json}]`),
    markdownText,
    matterText,
  )
  .map((text) => Buffer.from(text));

/** Pictures that are given another place change nothing else. */
export function picturesRenamed(markdown: string): void {
  must(
    renamed(markdown.replaceAll('data:', ''), new Map()) === markdown.replaceAll('data:', ''),
    'nothing to rename',
  );
}
