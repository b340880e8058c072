// Bars in eighths of a column.

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for `part` of 1, at most `width` columns; more than nothing is never drawn as nothing. */
export function bar(part: number, width: number): string {
  const units = Math.round(Math.min(1, Math.max(0, part)) * width * 8);
  if (units === 0) return part > 0 ? EIGHTHS[1]! : '';
  return '█'.repeat(Math.floor(units / 8)) + EIGHTHS[units % 8]!;
}
