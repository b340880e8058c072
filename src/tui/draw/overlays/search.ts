// Searching the library: the line typed into, and the articles found with the words around the hit.

import type { Hit } from '../../../catalog/catalog.ts';
import { type Box, boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';

import { type Row, run } from '../row.ts';
import { fitted, inputRow, muted, styleOf, type View } from '../view.ts';
import { type BoxContent, currentRow, windowAt } from './box.ts';

type Search = Extract<Overlay, { kind: 'search' }>;

/** Rows of one article found: its title, and a row of its text. */
const HIT_ROWS = 2;

export function searchBox(view: View, overlay: Search): BoxContent {
  const { size } = view.state;
  const box = boxFor(size, size.rows);
  const hits = overlay.result?.hits ?? [];
  const room = Math.max(1, Math.floor((box.height - 2) / HIT_ROWS));
  const top = windowAt(overlay.cursor, hits.length, room);
  const rows: Row[] = [
    fitted(view, inputRow(view, view.world.messages.find.label, overlay.text), box.width),
    status(view, overlay, box),
  ];
  for (let index = top; index < Math.min(top + room, hits.length); index++) {
    rows.push(...hitRows(view, hits[index] as Hit, index === overlay.cursor, box.width));
  }
  return {
    box,
    title: view.world.messages.search.title,
    rows: rows.slice(0, box.height),
    above: top > 0,
    below: top + room < hits.length,
  };
}

function status(view: View, { text, result }: Search, { width }: Box): Row {
  const { search } = view.world.messages;
  if (text.trim() === '') return fitted(view, [muted(view, search.hint)], width);
  if (result === undefined) return [];
  const { length } = result.hits;
  if (length > 0)
    return fitted(
      view,
      [muted(view, search.count(view.wording.number(length), length === 1))],
      width,
    );
  const said =
    result.didYouMean === undefined
      ? search.none(text.trim())
      : search.didYouMean(result.didYouMean);
  return fitted(view, [muted(view, said)], width);
}

function hitRows(view: View, hit: Hit, isCurrent: boolean, width: number): readonly Row[] {
  const title = fitted(view, [run(hit.card.title)], width);
  const snippet = hit.snippet.map((part) =>
    run(part.text.replace(/\s+/g, ' '), styleOf(view, part.hit ? 'strong' : 'muted')),
  );
  return [
    isCurrent ? currentRow(view, title, width) : title,
    fitted(view, [run('  '), ...snippet], width),
  ];
}
