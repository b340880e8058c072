// What a reader had highlighted in another program, as notes of the journal.

import { createHash } from 'node:crypto';
import type { NewEvent } from '../../history/history.ts';
import type { IncomingArticle } from '../../intake/incoming.ts';
import { findQuote, quoteOf } from '../../notes/anchor.ts';
import { quotedDocument } from '../../notes/quoted-document.ts';
import { parseDocument } from '../../typeset/parse/parse-document.ts';

/** The highlights of an article that was added as `id`; one whose words are not in its text is kept all the same. */
export function importedNotes(id: string, article: IncomingArticle, now: string): NewEvent[] {
  const { notes = [], markdown, title = '', source, lang } = article;
  if (notes.length === 0) return [];
  const text = quotedDocument(parseDocument(markdown, lang === undefined ? {} : { lang }));
  return notes.map(({ quote: exact, note: said, at }) => {
    const bare = { exact, prefix: '', suffix: '', place: { block: 0, offset: 0 } };
    const range = findQuote(text, bare);
    const made =
      at !== undefined && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : now;
    return {
      kind: 'note',
      id,
      note: createHash('sha256').update(`${id}\n${exact}`).digest('hex').slice(0, 16),
      quote: range === undefined ? bare : quoteOf(text, range),
      ...(said === undefined ? {} : { text: said }),
      title,
      ...(source === undefined ? {} : { source }),
      made,
    };
  });
}
