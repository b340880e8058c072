// Tables whose rows have far fewer cells than their head: marked would make the missing ones, millions of them.

import type { Token, Tokens } from 'marked';

/** Cells that marked may make. */
const MOST_CELLS = 20_000;

/** marked's rules and functions, as far as a table needs them. */
export interface TableRules {
  /** The expression that finds a table at the beginning of a text: head, alignments, rows. */
  readonly rule: RegExp;
  readonly table: (src: string) => Tokens.Table | undefined;
  readonly inline: (text: string) => Token[];
}

/** The table that `src` begins with, with only the cells that stand there, where it is wide and long; else undefined. */
export function sparseTable(
  src: string,
  { rule, table, inline }: TableRules,
): Tokens.Table | undefined {
  // Most texts begin with no table.
  const line = src.indexOf('\n');
  const columns = line < 0 ? 0 : pipes(src.slice(0, line)) + 1;
  if (columns < 64) return undefined;
  const found = rule.exec(src);
  if (found === null) return undefined;
  const [raw, head = '', align = '', body = ''] = found;
  const lines = body.trim() === '' ? [] : body.replace(/\n[ \t]*$/, '').split('\n');
  if (columns * lines.length <= MOST_CELLS) return undefined;
  const bare = table(`${head}\n${align}\n`);
  if (bare === undefined) return undefined;
  const rows = lines.map((text) =>
    cellsOf(text)
      .slice(0, bare.header.length)
      .map(
        (cell, column): Tokens.TableCell => ({
          text: cell,
          tokens: inline(cell),
          header: false,
          align: bare.align[column] ?? null,
        }),
      ),
  );
  return { ...bare, raw, rows };
}

function pipes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) count++;
  return count;
}

/** The cells of a row: parted by pipes that no backslash stands before. */
function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
