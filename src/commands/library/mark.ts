// news mark: articles as read or unread, with a star or without.

import { findCard } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import type { NewEvent } from '../../history/history.ts';
import type { Card } from '../../library/article/card.ts';

const MARKS = ['read', 'unread', 'star', 'unstar'] as const;
type Mark = (typeof MARKS)[number];

export const mark = command(async (context: Context, queries: readonly string[]) => {
  const { flags, messages } = context;
  const marks = MARKS.filter((name) => flags[name] === true);
  const isOdd =
    (marks.includes('read') && marks.includes('unread')) ||
    (marks.includes('star') && marks.includes('unstar'));
  if (marks.length === 0 || isOdd) {
    throw new NewsError('usage', messages.errors.markNeeds, messages.errors.markNeedsHint);
  }
  // All are found before one is marked: a mistyped name leaves everything as it was.
  const cards: Card[] = [];
  for (const query of queries) cards.push(await findCard(context, query));
  for (const { id } of cards) for (const one of marks) context.history().append(eventOf(one, id));
  return 0;
});

function eventOf(mark: Mark, id: string): NewEvent {
  return mark === 'read' || mark === 'unread'
    ? { kind: 'mark', id, read: mark === 'read' }
    : { kind: 'star', id, starred: mark === 'star' };
}
