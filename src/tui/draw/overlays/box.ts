// The one shape of boxes: a light border over the dimmed page, or all of a narrow screen.

import { clip, columns } from '../../../typeset/text/width.ts';
import { type Box, boxFor, margin } from '../../pages/geometry.ts';
import { hintFooter } from '../footer.ts';
import { fillRow, indentRow, overlayRow, type Row, restyleRow, rowWidth, run } from '../row.ts';
import { chrome, fitted, muted, styleOf, type View } from '../view.ts';

export interface BoxContent {
  readonly box: Box;
  readonly title: string;
  /** As many rows as the box is high, at most. */
  readonly rows: readonly Row[];
  /** Whether there is more above or below. */
  readonly above: boolean;
  readonly below: boolean;
}

const BORDER = {
  unicode: {
    topLeft: '╭',
    topRight: '╮',
    bottomLeft: '╰',
    bottomRight: '╯',
    line: '─',
    side: '│',
    up: '↑',
    down: '↓',
  },
  ascii: {
    topLeft: '+',
    topRight: '+',
    bottomLeft: '+',
    bottomRight: '+',
    line: '-',
    side: '|',
    up: '^',
    down: 'v',
  },
} as const;

/** The screen with a box over it; the last row says which keys the box knows. */
export function withBox(view: View, under: readonly Row[], content: BoxContent): readonly Row[] {
  return content.box.full ? fullScreen(view, content) : boxed(view, under, content);
}

function fullScreen(view: View, { box, title, rows, above, below }: BoxContent): readonly Row[] {
  const { size } = view.state;
  const side = margin(size);
  const border = view.unicode ? BORDER.unicode : BORDER.ascii;
  const more = `${above ? border.up : ' '}${below ? border.down : ' '}`;
  const room = size.columns - 2 * side - columns(more);
  const shown = run(clip(title, room - 1, view.theme.signs.ellipsis), styleOf(view, 'title'));
  const head = indentRow([...fillRow([shown], room), muted(view, more)], side);
  const body = Array.from({ length: box.height }, (_, index) => indentRow(rows[index] ?? [], 1));
  return [head, ...Array.from({ length: box.top - 1 }, (): Row => []), ...body, hintFooter(view)];
}

function boxed(view: View, under: readonly Row[], content: BoxContent): readonly Row[] {
  const { size } = view.state;
  const { box } = content;
  const outer = box.width + 4;
  const inner = [
    edge(view, content, 'top'),
    ...sides(view, content),
    edge(view, content, 'bottom'),
  ];
  const behind = styleOf(view, 'muted');
  const [foot = []] = chrome(view, (inside) => [hintFooter(inside)]);
  return Array.from({ length: size.rows }, (_, index) => {
    if (index === size.rows - 1) return foot;
    const page = restyleRow(under[index] ?? [], behind);
    const over = inner[index - box.top];
    // A column kept free at both sides, so that cut words do not touch the border.
    return over === undefined
      ? page
      : overlayRow(page, [run(' '), ...over, run(' ')], box.left - 1, outer + 2);
  });
}

function sides(view: View, { box, rows }: BoxContent): readonly Row[] {
  const { side } = view.unicode ? BORDER.unicode : BORDER.ascii;
  return Array.from({ length: box.height }, (_, index) => [
    muted(view, side),
    run(' '),
    ...fillRow(rows[index] ?? [], box.width),
    run(' '),
    muted(view, side),
  ]);
}

function edge(view: View, { box, title, above, below }: BoxContent, at: 'top' | 'bottom'): Row {
  const border = view.unicode ? BORDER.unicode : BORDER.ascii;
  const width = box.width + 2;
  const more = at === 'top' ? above : below;
  const sign = more ? ` ${at === 'top' ? border.up : border.down} ${border.line}` : '';
  const left = at === 'top' ? border.topLeft : border.bottomLeft;
  const right = at === 'top' ? border.topRight : border.bottomRight;
  if (at === 'bottom')
    return [muted(view, left + border.line.repeat(width - columns(sign)) + sign + right)];
  const shown = ` ${clip(title, width - 4 - columns(sign), view.theme.signs.ellipsis)} `;
  const rest = border.line.repeat(Math.max(0, width - 1 - columns(shown) - columns(sign)));
  return [
    muted(view, left + border.line),
    run(shown, styleOf(view, 'title')),
    muted(view, rest + sign + right),
  ];
}

/** A row under the cursor of a list, inverse over its whole width. */
export function currentRow(view: View, row: Row, width: number): Row {
  return restyleRow(fillRow(row, width), styleOf(view, 'selection'));
}

/** The part of a list that shows its cursor, `height` rows of `count`. */
export function windowAt(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}

/** A list with a cursor in a box: a row for each of `items`, or what is said where there are none. */
export function listBox<Item>(
  view: View,
  said: { readonly title: string; readonly none: string },
  cursor: number,
  items: readonly Item[],
  rowOf: (item: Item) => Row,
): BoxContent {
  const widest = items.reduce(
    (width, item) => Math.max(width, rowWidth(rowOf(item))),
    columns(said.none),
  );
  const box = boxFor(view.state.size, Math.max(1, items.length), 'middle', widest);
  const top = windowAt(cursor, items.length, box.height);
  const rows = items.slice(top, top + box.height).map((item, index): Row => {
    const row = fitted(view, rowOf(item), box.width);
    return top + index === cursor ? currentRow(view, row, box.width) : row;
  });
  return windowContent(view, said, { box, rows, top, count: items.length });
}

/** The rows of a window into `count`, from `top` on, or what is said where there are none. */
export function windowContent(
  view: View,
  said: { readonly title: string; readonly none: string },
  given: {
    readonly box: Box;
    readonly rows: readonly Row[];
    readonly top: number;
    readonly count: number;
  },
): BoxContent {
  const { box, rows, top, count } = given;
  return {
    box,
    title: said.title,
    rows: count === 0 ? [fitted(view, [muted(view, said.none)], box.width)] : rows,
    above: top > 0,
    below: top + box.height < count,
  };
}
