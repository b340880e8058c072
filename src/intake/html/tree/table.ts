// Tables of a page: which of them are one, and their rows with every cell in its place.

import type { ElementContent, Element as HastElement } from 'hast';
import { textOf } from './dom.ts';
import { made } from './elements.ts';

type Contents = (cell: Element) => ElementContent[];

/** A table without a head or with one cell a row, or with blocks in it, lays a page out. */
export function isLayout(table: Element): boolean {
  if (table.hasAttribute('data-head') || table.querySelector('th, caption') !== null)
    return table.querySelector('pre, table') !== null;
  const rows = [...table.querySelectorAll('tr')];
  const cells = rows.map((row) => row.querySelectorAll('td').length);
  if (Math.max(0, ...cells) <= 1) return true;
  if (table.querySelector('table, h1, h2, h3, ul, ol, pre, blockquote, form') !== null) return true;
  return table.querySelectorAll('td p').length > rows.length * 2;
}

/** The cells of a table that lays a page out, one below the other. */
export function cellBlocks(table: Element, contentOf: Contents): ElementContent[] {
  return [...table.querySelectorAll('td, th, caption')]
    .filter((cell) => cell.closest('table') === table)
    .map((cell) => made('div', {}, contentOf(cell)));
}

const MOST_SPAN = 100;

/** Rows with every cell in its place: what spans columns or rows is repeated in them. */
export function filledRows(table: Element, contentOf: Contents): ElementContent[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const carried = new Map<number, { left: number; cell: HastElement }>();
  const out: HastElement[] = [];
  for (const row of rows) {
    const cells: HastElement[] = [];
    const fill = () => {
      for (
        let above = carried.get(cells.length);
        above !== undefined && above.left > 0;
        above = carried.get(cells.length)
      ) {
        above.left--;
        cells.push(above.cell);
      }
    };
    for (const cell of [...row.children] as Element[]) {
      if (!/^t[dh]$/.test(cell.localName)) continue;
      fill();
      const span = (name: string) =>
        Math.max(1, Math.min(MOST_SPAN, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
      const align = /\b(left|right|center)\b/.exec(
        `${cell.getAttribute('align') ?? ''} ${/text-align\s*:\s*(\w+)/.exec(cell.getAttribute('style') ?? '')?.[1] ?? ''}`,
      )?.[1];
      const made_ = made(cell.localName, align === undefined ? {} : { align }, contentOf(cell));
      const [columns, down] = [span('colspan'), span('rowspan')];
      for (let at = 0; at < columns && cells.length < 500; at++) {
        if (down > 1) carried.set(cells.length, { left: down - 1, cell: made_ });
        cells.push(made_);
      }
    }
    fill();
    if (cells.length > 0) out.push(made('tr', {}, cells));
  }
  const caption = table.querySelector('caption');
  const words = textOf(caption);
  return words === '' ? out : [made('caption', {}, [{ type: 'text', value: words }]), ...out];
}
