// A column of figures of a table as bars, the figures kept. Pure.

import { bar } from '../../typeset/diagrams/draw/bar.ts';
import type { Block, Spans } from '../../typeset/document/document.ts';
import { clip, columns } from '../../typeset/text/width.ts';

type Table = Extract<Block, { kind: 'table' }>;

export interface BarLine {
  readonly label: string;
  readonly figure: string;
  /** Without one where the cell holds no figure. */
  readonly bar: string;
}

export interface Bars {
  readonly title: string;
  readonly lines: readonly BarLine[];
}

const LONGEST_LABEL = 24;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:Tsd|Tausend|thousand|k\b)/i, 1e3],
  [/^(?:Mio|Million|m\b)/i, 1e6],
  [/^(?:Mrd|Milliarde|billion|bn\b)/i, 1e9],
  [/^(?:Bio|Billion|trillion)/, 1e12],
];

/** The `turn`th column of figures, written as in `lang`, as bars in `width` columns; undefined without. */
export function tableBars(
  table: Table,
  turn: number,
  width: number,
  lang = 'en',
): Bars | undefined {
  const texts = table.rows.map((row) => row.map(textOf));
  const count = Math.max(0, ...texts.map((row) => row.length));
  const values = Array.from({ length: count }, (_, column) =>
    figuresOf(
      texts.map((row) => row[column] ?? ''),
      lang,
    ),
  );
  const figures = values.flatMap((column, at) => (isFigures(column) ? [at] : []));
  const named = values.findIndex((column) => !isFigures(column));
  // Where no column names the rows, the first does, with its years or numbers.
  const label = named >= 0 ? named : figures.length > 1 ? 0 : -1;
  const choice = figures.filter((at) => at !== label);
  const chosen = choice[turn % Math.max(1, choice.length)];
  if (chosen === undefined) return undefined;
  const labels = texts.map((row) => clip(row[label] ?? '', LONGEST_LABEL, '…'));
  const shown = texts.map((row) => row[chosen] ?? '');
  const widest = (all: readonly string[]) => Math.max(0, ...all.map((text) => columns(text)));
  const [labelWidth, figureWidth] = [widest(labels), widest(shown)];
  const room = Math.max(4, width - labelWidth - figureWidth - 4);
  const column = values[chosen]!;
  const most = Math.max(0, ...column.map((value) => Math.abs(value ?? 0)));
  return {
    title: textOf(table.head[chosen] ?? []),
    lines: texts.map((_, at) => ({
      label: labels[at]! + ' '.repeat(labelWidth - columns(labels[at]!)),
      figure: ' '.repeat(figureWidth - columns(shown[at]!)) + shown[at]!,
      bar: most === 0 ? '' : barOf(column[at], most, room),
    })),
  };
}

/** What is below nothing is drawn in another sign, for its length alone would not tell. */
function barOf(value: number | undefined, most: number, room: number): string {
  if (value === undefined) return '';
  const drawn = bar(Math.abs(value) / most, room);
  return value < 0 ? '░'.repeat(Math.max(1, columns(drawn))) : drawn;
}

const isFigures = (column: readonly (number | undefined)[]): boolean => {
  const found = column.filter((value) => value !== undefined).length;
  return found > 1 && found * 3 >= column.length * 2;
};

const textOf = (spans: Spans): string =>
  spans
    .map((span) => span.text)
    .join('')
    .replaceAll('\u00ad', '')
    .trim();

/** The figures of a column, read alike; undefined for what is none. */
function figuresOf(texts: readonly string[], lang: string): readonly (number | undefined)[] {
  const found = texts.map((text) =>
    /^[^\d+−–-]{0,4}([+−–-]?)\s?(\d[\d.,'’\u00a0\u202f ]*)(.*)$/.exec(text),
  );
  const numbers = found.flatMap((match) => match?.[2]?.trim() ?? []);
  const decimal = decimalSign(numbers, lang);
  return found.map((match) => {
    const [, sign = '', number, unit = ''] = match ?? [];
    if (number === undefined || unit.length > 20) return undefined;
    const plain = [...number].filter((one) => /\d/.test(one) || one === decimal).join('');
    const scale = SCALES.find(([name]) => name.test(unit.trim()))?.[1] ?? 1;
    const value = Number(plain.replace(decimal, '.')) * scale;
    return Number.isFinite(value) ? (/[−–-]/.test(sign) ? -value : value) : undefined;
  });
}

/** The sign before the fraction: what comes last of two, what comes once with other than three digits behind. */
function decimalSign(numbers: readonly string[], lang: string): ',' | '.' {
  for (const number of numbers) {
    const last = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
    if (last < 0) continue;
    const sign = number[last] as ',' | '.';
    const isAlone = number.indexOf(sign) === last;
    const other = sign === ',' ? '.' : ',';
    if (number.includes(other)) return isAlone ? sign : other;
    if (!isAlone) return other;
    if (number.length - last - 1 !== 3) return sign;
  }
  return /^en/i.test(lang) ? '.' : ',';
}
