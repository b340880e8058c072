// Mermaid's timelines: periods down the page, their events beside them.

import type { Drawing } from '../../document/document.ts';
import { columns } from '../../text/width.ts';
import { broken, labelLines, widest } from '../draw/label.ts';
import type { Source } from './statements.ts';

type Entry = { readonly section: string } | { readonly period: string; readonly events: string[] };

export function drawTimeline({ lines, title }: Source): Drawing[] {
  let name = title;
  const entries: Entry[] = [];
  for (const line of lines) {
    if (line.startsWith('title ')) name = line.slice(6).trim();
    else if (line.startsWith('section ')) entries.push({ section: line.slice(8).trim() });
    else {
      const [period = '', ...events] = line
        .split(/\s*:\s+|^:\s*/)
        .map((part) => labelLines(part).join(' '));
      const last = entries.at(-1);
      if (period !== '') entries.push({ period, events: events.filter(Boolean) });
      else if (last !== undefined && 'events' in last) last.events.push(...events.filter(Boolean));
      else return [];
    }
  }
  if (entries.length === 0 || entries.length > 150) return [];
  const drawings: Drawing[] = [];
  for (const [label, text] of [
    [24, 60],
    [18, 44],
    [14, 28],
    [10, 18],
    [1, 1],
  ] as const) {
    const rows = draw(entries, name, label, text);
    const width = widest(rows);
    if (width < (drawings.at(-1)?.width ?? Number.POSITIVE_INFINITY))
      drawings.push({ width, rows });
  }
  return drawings;
}

function draw(
  entries: readonly Entry[],
  name: string | undefined,
  label: number,
  text: number,
): string[] {
  const rows = name === undefined ? [] : [...broken([name], label + text), ''];
  const periods = entries.flatMap((entry) =>
    'period' in entry ? broken([entry.period], label) : [],
  );
  const wide = widest(periods);
  for (const entry of entries) {
    if ('section' in entry) {
      rows.push(...broken([`── ${entry.section} ──`], label + text));
      continue;
    }
    const left = broken([entry.period], label);
    const right = entry.events.flatMap((event) => broken([event], text));
    for (let row = 0; row < Math.max(left.length, right.length); row++) {
      const period = left[row] ?? '';
      const mark = row === 0 ? '●' : '│';
      rows.push(
        `${' '.repeat(wide - columns(period))}${period} ${mark} ${right[row] ?? ''}`.trimEnd(),
      );
    }
  }
  return rows;
}
