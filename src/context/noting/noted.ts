// The notes of articles, each with where its quote stands now; those whose text or article is gone among them.

import type { Note } from '../../history/note.ts';
import type { Card } from '../../library/article/card.ts';
import { fold } from '../../library/query/fold.ts';
import { findQuote } from '../../notes/anchor.ts';
import { quotedDocument } from '../../notes/quoted-document.ts';
import type { Context } from '../context.ts';

export interface PlacedNote extends Note {
  readonly orphaned: boolean;
}

export interface NotedArticle {
  readonly id: string;
  readonly title: string;
  readonly source?: string;
  /** Missing where the article is gone. */
  readonly card?: Card;
  /** In the order in which they stand in the article; what is gone comes last. */
  readonly notes: readonly PlacedNote[];
}

/** Whether a quote, or what was written to it, holds some words. */
export function holds({ quote, text = '' }: Note, words: string): boolean {
  return fold(`${quote.exact} ${text}`.replace(/\s+/g, ' ')).includes(fold(words));
}

/** The articles among `cards` that have notes, in their order; an article that can't be read keeps its notes. */
export async function notedArticles(
  context: Context,
  cards: readonly Card[],
  wanted: (note: Note) => boolean,
): Promise<NotedArticle[]> {
  const { readings } = context.history().state();
  const found: NotedArticle[] = [];
  for (const card of cards) {
    const notes = readings.get(card.id)?.notes?.filter(wanted) ?? [];
    if (notes.length === 0) continue;
    const { id, title, source } = card;
    const placed = await placedNotes(context, card, notes);
    found.push({ id, title, card, notes: placed, ...(source ? { source: source.url } : {}) });
  }
  return found;
}

/** Notes on articles that the library no longer has, by their titles. */
export async function strayNotes(
  context: Context,
  wanted: (note: Note, id: string) => boolean,
): Promise<NotedArticle[]> {
  const catalog = await context.catalog();
  const found: NotedArticle[] = [];
  for (const [id, { notes = [] }] of context.history().state().readings) {
    const own = notes.filter((note) => wanted(note, id));
    const last = own.at(-1);
    if (last === undefined || (await catalog.card(id)) !== undefined) continue;
    const { title, source } = last;
    found.push({
      id,
      title: title || id,
      ...(source === undefined ? {} : { source }),
      notes: own.map((note) => ({ ...note, orphaned: true })),
    });
  }
  return found.sort((a, b) => a.title.localeCompare(b.title));
}

async function placedNotes(
  context: Context,
  card: Card,
  notes: readonly Note[],
): Promise<PlacedNote[]> {
  try {
    const catalog = await context.catalog();
    const wishes = { hyphenate: false, highlight: false };
    const text = quotedDocument(await catalog.document(card, wishes));
    const placed = notes.map((note) => ({ note, at: findQuote(text, note.quote)?.from }));
    placed.sort((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE));
    return placed.map(({ note, at }) => ({ ...note, orphaned: at === undefined }));
  } catch {
    return notes.map((note) => ({ ...note, orphaned: false }));
  }
}
