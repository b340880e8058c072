// A terminal's screen as an SVG picture: cells in, SVG out. Lines and corners are drawn, so that
// boxes close whatever font shows the picture. It knows nothing of how the screen came about.

export interface ScreenCell {
  readonly text: string;
  /** Columns: 1 or 2; the second half of a wide character is left out. */
  readonly width: number;
  /** Index into the 256 colours, or `#rrggbb`; the terminal's own without it. */
  readonly color?: number | string;
  readonly background?: number | string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
}

export interface PictureOptions {
  readonly look: 'light' | 'dark';
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
}

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly edge: string;
  readonly colors: readonly string[];
}

/** Sixteen calm colours, each readable on its paper. */
const PALETTES: Readonly<Record<PictureOptions['look'], Palette>> = {
  dark: {
    paper: '#1d1f24',
    ink: '#d8d5cd',
    edge: '#33363d',
    colors: [
      '#2a2d33',
      '#e0897c',
      '#9cc08b',
      '#dcbf7a',
      '#86aedb',
      '#c9a0c9',
      '#85c0c0',
      '#c9c6be',
      '#7d8089',
      '#eda79c',
      '#b6d3a7',
      '#ead29b',
      '#a6c5e8',
      '#dab9da',
      '#a4d4d4',
      '#f1eee7',
    ],
  },
  light: {
    paper: '#fbfaf7',
    ink: '#2b2a28',
    edge: '#dedbd3',
    colors: [
      '#2b2a28',
      '#a83b2d',
      '#3f7030',
      '#8a6412',
      '#2d5f9a',
      '#8a3f86',
      '#22706f',
      '#8b8780',
      '#6d6a64',
      '#bd5041',
      '#548643',
      '#a37a22',
      '#4376b3',
      '#a2559d',
      '#378685',
      '#55524d',
    ],
  },
};

/** Pixels of a cell and around the screen. */
const CELL = { width: 8.4, height: 19, baseline: 14, font: 14 } as const;
const EDGE = 16;
const FONTS =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";

/** The screen as an SVG document. */
export function screenPicture(
  rows: readonly (readonly ScreenCell[])[],
  { look, title }: PictureOptions,
): string {
  const palette = PALETTES[look];
  const columns = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.width, 0)));
  const width = round(columns * CELL.width + 2 * EDGE);
  const height = rows.length * CELL.height + 2 * EDGE;
  const drawn = rows.flatMap((row, index) => rowPicture(row, EDGE + index * CELL.height, palette));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONTS}" font-size="${CELL.font}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${palette.paper}" stroke="${palette.edge}"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** Neighbouring cells of one look. */
interface Stretch {
  readonly look: ScreenCell;
  readonly column: number;
  readonly columns: number;
  readonly text: string;
}

function stretches(row: readonly ScreenCell[]): readonly Stretch[] {
  const out: Stretch[] = [];
  let column = 0;
  for (const cell of row) {
    const last = out.at(-1);
    if (
      last !== undefined &&
      isAlone(cell) === isAlone(last.look) &&
      !isAlone(cell) &&
      sameLook(last.look, cell)
    ) {
      out[out.length - 1] = {
        ...last,
        columns: last.columns + cell.width,
        text: last.text + cell.text,
      };
    } else {
      out.push({ look: cell, column, columns: cell.width, text: cell.text });
    }
    column += cell.width;
  }
  return out;
}

/** Cells that keep their own place: wide ones, and what fonts often lack or draw wider. */
const isAlone = (cell: ScreenCell): boolean =>
  cell.width > 1 || /[^\u0020-\u024f\u2010-\u2026\u20ac\u2039\u203a]/u.test(cell.text);

const LOOKS = [
  'color',
  'background',
  'bold',
  'dim',
  'italic',
  'underline',
  'strike',
  'inverse',
] as const;
const sameLook = (a: ScreenCell, b: ScreenCell): boolean =>
  LOOKS.every((key) => (a[key] ?? false) === (b[key] ?? false));

function rowPicture(row: readonly ScreenCell[], top: number, palette: Palette): readonly string[] {
  const paper: string[] = [];
  const ink: string[] = [];
  for (const { look, column, columns, text } of stretches(row)) {
    const left = round(EDGE + column * CELL.width);
    const width = round(columns * CELL.width);
    const own = colorOf(look.color, palette) ?? palette.ink;
    const behind = colorOf(look.background, palette);
    const fill = look.inverse ? (behind ?? palette.paper) : own;
    const back = look.inverse ? own : behind;
    // A hair wider, so that no line shows between neighbours.
    if (back !== undefined)
      paper.push(
        `<rect x="${left}" y="${top}" width="${round(width + 0.3)}" height="${CELL.height}" fill="${back}"/>`,
      );
    if (text.trim() === '') continue;
    const faint = look.dim ? ' opacity="0.62"' : '';
    const lines = boxPicture(text, left, top, fill, faint);
    if (lines !== undefined) {
      ink.push(lines);
      continue;
    }
    const weight = look.bold ? ' font-weight="700"' : '';
    const slant = look.italic ? ' font-style="italic"' : '';
    const decoration = [look.underline ? 'underline' : '', look.strike ? 'line-through' : '']
      .filter((one) => one !== '')
      .join(' ');
    const decorated = decoration === '' ? '' : ` text-decoration="${decoration}"`;
    ink.push(
      `<text x="${left}" y="${top + CELL.baseline}" textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="${fill}"${weight}${slant}${decorated}${faint}>${escaped(text)}</text>`,
    );
  }
  return [...paper, ...ink];
}

/** Box drawing as strokes; undefined for any other text. */
function boxPicture(
  text: string,
  left: number,
  top: number,
  stroke: string,
  faint: string,
): string | undefined {
  const right = left + CELL.width;
  const bottom = top + CELL.height;
  const x = left + CELL.width / 2;
  const y = top + CELL.height / 2;
  const r = 4;
  const paths: Readonly<Record<string, string>> = {
    '─': `M${left} ${y}H${right}`,
    '│': `M${x} ${top}V${bottom}`,
    '╭': `M${x} ${bottom}V${y + r}Q${x} ${y} ${x + r} ${y}H${right}`,
    '╮': `M${left} ${y}H${x - r}Q${x} ${y} ${x} ${y + r}V${bottom}`,
    '╰': `M${x} ${top}V${y - r}Q${x} ${y} ${x + r} ${y}H${right}`,
    '╯': `M${left} ${y}H${x - r}Q${x} ${y} ${x} ${y - r}V${top}`,
  };
  const path = paths[text];
  return path === undefined
    ? undefined
    : `<path d="${path.replace(/\d+\.\d+/g, (number) => String(round(Number(number))))}" fill="none" stroke="${stroke}"${faint}/>`;
}

function colorOf(color: number | string | undefined, palette: Palette): string | undefined {
  if (color === undefined || typeof color === 'string') return color;
  if (color < 16) return palette.colors[color];
  if (color >= 232) return hex([0, 0, 0].map(() => 8 + (color - 232) * 10));
  const index = color - 16;
  return hex(
    [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((step) =>
      step === 0 ? 0 : 55 + step * 40,
    ),
  );
}

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const round = (value: number): number => Math.round(value * 100) / 100;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
