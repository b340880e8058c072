// Mermaid's timelines: periods down the page, their events beside them.

import type { Drawing } from '../../document/document.ts';
import { columns } from '../../text/width.ts';
import { broken, labelLines, widest } from '../draw/label.ts';
import { narrowing, textDrawing } from '../draw/narrowing.ts';
import type { Source } from './statements.ts';

type Entry = { readonly section: string } | { readonly period: string; readonly events: string[] };

/** Columns at which periods and events are broken, from wide to narrow. */
const FITS = [
  { label: 24, text: 60 },
  { label: 18, text: 44 },
  { label: 14, text: 28 },
  { label: 10, text: 18 },
  { label: 1, text: 1 },
];

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
  return narrowing(FITS, ({ label, text }) => textDrawing(draw(entries, name, label, text)));
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
