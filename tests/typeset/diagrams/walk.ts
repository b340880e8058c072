// Reads a drawn graph back: follows each line from its arrowhead to the box that it comes from.

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Way = readonly [dx: number, dy: number];
const UP: Way = [0, -1];
const DOWN: Way = [0, 1];
const LEFT: Way = [-1, 0];
const RIGHT: Way = [1, 0];

/** Where a line goes on that came in a direction, by the glyph it meets. */
const TURNS: Readonly<Record<string, (way: Way) => Way | undefined>> = {
  '│': (way) => (way[1] !== 0 ? way : undefined),
  '─': (way) => (way[0] !== 0 ? way : undefined),
  '┼': (way) => way,
  '╭': (way) => (way === UP ? RIGHT : way === LEFT ? DOWN : undefined),
  '╮': (way) => (way === UP ? LEFT : way === RIGHT ? DOWN : undefined),
  '╰': (way) => (way === DOWN ? RIGHT : way === LEFT ? UP : undefined),
  '╯': (way) => (way === DOWN ? LEFT : way === RIGHT ? UP : undefined),
};
const HEADS: Readonly<Record<string, Way>> = { '▼': DOWN, '▲': UP, '▶': RIGHT, '◀': LEFT };

/** Pairs of names, "from to", of every arrow in rows whose labels look like n1x. */
export function walk(rows: readonly string[]): string[] {
  const cells = rows.map((row) => [...row]);
  const boxes = boxesOf(cells);
  const at = (x: number, y: number) => cells[y]?.[x] ?? ' ';
  const boxAt = (x: number, y: number) =>
    boxes.find(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
  const pairs: string[] = [];
  for (const [y, row] of cells.entries()) {
    for (const [x, sign] of row.entries()) {
      const head = HEADS[sign];
      if (head === undefined) continue;
      const target = boxAt(x + head[0], y + head[1]);
      let way: Way = OPPOSITE.get(head)!;
      let [px, py] = [x + way[0], y + way[1]];
      for (let steps = 0; boxAt(px, py) === undefined; steps++) {
        const turned = TURNS[at(px, py)]?.(way);
        if (turned === undefined || steps > 10_000)
          throw new Error(`lost at ${px},${py}\n${rows.join('\n')}`);
        way = turned;
        px += way[0];
        py += way[1];
      }
      pairs.push(`${boxAt(px, py)?.name} ${target?.name}`);
    }
  }
  return pairs;
}

const OPPOSITE = new Map<Way, Way>([
  [UP, DOWN],
  [DOWN, UP],
  [LEFT, RIGHT],
  [RIGHT, LEFT],
]);

function boxesOf(cells: readonly (readonly string[])[]): Box[] {
  const boxes: Box[] = [];
  for (const [y, row] of cells.entries()) {
    for (const match of row.join('').matchAll(/n\d+x/g)) {
      const isSide = (x: number) => /[│├┤┼]/.test(row[x] ?? '');
      let left = match.index;
      let right = match.index;
      while (!isSide(left)) left--;
      while (!isSide(right)) right++;
      let top = y;
      let bottom = y;
      while (cells[top]?.[left] !== '┌') top--;
      while (cells[bottom]?.[left] !== '└') bottom++;
      boxes.push({ name: match[0], left, right, top, bottom });
    }
  }
  return boxes;
}
