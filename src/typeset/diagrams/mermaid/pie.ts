// Mermaid's pie charts: as bars, which can be compared where slices of characters cannot.

import type { Drawing } from '../../document/document.ts';
import { bar } from '../draw/bar.ts';
import { chartDrawings } from '../draw/columns.ts';
import { labelLines } from '../draw/label.ts';
import type { Source } from './statements.ts';

export function drawPie({ rest, lines, title }: Source): Drawing[] {
  let name = title;
  let showsData = false;
  const slices: { readonly label: string; readonly value: number; readonly written: string }[] = [];
  for (const line of [rest, ...lines].filter(Boolean)) {
    const head = /^(showData)?\s*(?:title\s+(.*))?$/.exec(line);
    const slice = /^"([^"]*)"\s*:\s*(\d+(?:\.\d+)?)$/.exec(line);
    if (slice !== null) {
      slices.push({
        label: labelLines(slice[1]!).join(' '),
        value: Number(slice[2]),
        written: slice[2]!,
      });
    } else if (head !== null && (head[1] ?? head[2]) !== undefined) {
      showsData ||= head[1] !== undefined;
      name = head[2] ?? name;
    } else if (!/^acc(?:Title|Descr)/.test(line)) return [];
  }
  const sum = slices.reduce((total, { value }) => total + value, 0);
  if (sum === 0 || slices.length > 50) return [];
  const most = Math.max(...slices.map(({ value }) => value));
  const percent = (value: number) => `${Math.round((value / sum) * 100)} %`;
  return chartDrawings(
    slices.map(({ label, value, written }) => ({
      label,
      beside: (width) => bar(value / most, width).padEnd(width),
      after: `${percent(value).padStart(5)}${showsData ? `  ${written}` : ''}`,
    })),
    name,
  );
}
